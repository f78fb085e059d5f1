// The bytes of a file that somebody chose or dropped.
import { Refusal } from "./answers.js";

/** @param {File} file @returns {Promise<Uint8Array>} */
export function bytesOf(file) {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(new Uint8Array(/** @type {ArrayBuffer} */ (reader.result)));
    reader.onerror = () => failed(new Refusal([`${file.name}: 浏览器读不出这个文件；请复制一份再试`]));
    reader.readAsArrayBuffer(file);
  });
}
