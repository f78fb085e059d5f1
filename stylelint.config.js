// What styles may use: the oldest browsers stand in package.json (browserslist).
module.exports = {
  plugins: ["stylelint-no-unsupported-browser-features"],
  reportDescriptionlessDisables: true,
  reportNeedlessDisables: true,
  rules: {
    // Chromium has them since 88; the table of the plugin counts the older :-webkit-any.
    "selector-pseudo-class-disallowed-list": ["is", "where"],
    "plugin/no-unsupported-browser-features": [
      true,
      {
        ignorePartialSupport: true,
        // Only finer paper: a browser without them prints the same text.
        ignore: ["css-paged-media", "css-widows-orphans"],
      },
    ],
  },
};
