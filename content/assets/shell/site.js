// What every page of the site has: colours, permanent links, the report of an error, small comforts.
import "./palette.js";
import "./permalink.js";
import "./copycite.js";
import "./report.js";
import "./reader.js";
import "./passed_dates.js";
import "./bases.js";
