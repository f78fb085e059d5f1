// What styles may use: the oldest browsers stand in package.json (browserslist).
module.exports = {
  plugins: ["stylelint-no-unsupported-browser-features"],
  rules: { "plugin/no-unsupported-browser-features": [true, { ignorePartialSupport: true }] },
};
