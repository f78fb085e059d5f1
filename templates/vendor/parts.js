// The npm parts that form pages need in the browser, bundled from package-lock.json into
// build/vendor/parts.js. Nothing of them is pasted into this repository.
export { getScalarValue, parseEvents } from "js-yaml";
export { Inflate } from "fflate";
