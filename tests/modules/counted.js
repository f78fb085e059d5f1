// The unpacking of zip members, which counts the bytes it gives: how much work a file makes.
import { Inflate as Plain } from "../../node_modules/fflate/esm/browser.js";

globalThis.unpacked = 0;

export class Inflate extends Plain {
  constructor(take) {
    super((piece, last) => {
      globalThis.unpacked += piece.length;
      take(piece, last);
    });
  }
}
