// Hands the program's calls on to the object that boot.js gives as Module.host.
mergeInto(LibraryManager.library, {
  huiyin_host_style: function (...told) {
    Module['host'].style(...told);
  },
  huiyin_host_width: function (style, run, size) {
    return Module['host'].width(style, run, size);
  },
  huiyin_host_metrics: function (style, metrics) {
    Module['host'].metrics(style, metrics);
  },
  huiyin_host_draw: function (style, run, size, image) {
    Module['host'].draw(style, run, size, image);
  },
  huiyin_host_pages: function () {
    return Module['host'].pages();
  },
  huiyin_host_drop_pages: function () {
    Module['host'].dropPages();
  },
});
