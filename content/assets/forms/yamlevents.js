// The events of js-yaml's parser, or the line on which they go wrong, as PyYAML names it.
import { parseEvents } from "js-yaml";

const [SCALAR, PLAIN, LITERAL] = [4, 1, 4]; // kind of an event, styles of a scalar
// Of these the parser knows nothing before it is further down.
const NOTICED_LATE = /^expected ':'|multiline key|quoted scalar|deficient indentation/;
const MOST_STEPS = 60; // a text of more lines that lacks its quotation mark is named further down
const INDENTED_BY_TAB = /^ *(?:[-?] +)*[-?]?\t/gm;

// {events, wrong}: wrong is a line, 0 for none.
export function read(text, lineOf) {
  const events = eventsOf(text);
  if (events.reason) return { events: [], wrong: began(text, events) };
  const tab = tabAt(text, events);
  return { events, wrong: tab < 0 ? 0 : lineOf(tab) };
}

// The parser's events, or the fault that it found.
function eventsOf(text) {
  try {
    return parseEvents(text, { maxDepth: 100 });
  } catch (fault) {
    if (!fault.mark) throw fault;
    return fault;
  }
}

// Where a tab stands for the blanks of an indentation; -1 for nowhere. In quotes, and in a block
// whose indentation is known, it is a sign like others.
function tabAt(text, events) {
  if (!text.includes("\t")) return -1;
  const held = events.filter((event) => event.type === SCALAR && event.style > PLAIN);
  const isText = (at) => held.some(({ style, valueStart, valueEnd }) => valueStart <= at && at < valueEnd &&
    (style < LITERAL || text.slice(valueStart, at).trim() !== ""));
  for (const { 0: led, index } of text.matchAll(INDENTED_BY_TAB)) {
    const at = index + led.length - 1;
    if (!isText(at)) return at;
  }
  return -1;
}

// The line on which a fault began: what stands before the line on which it was noticed is read
// again, a line less each time, until nothing is missing there.
function began(text, fault) {
  let { line } = fault.mark;
  let found = fault;
  for (let steps = 0; steps < MOST_STEPS && line > 0 && isLate(found); steps += 1) {
    found = eventsOf(text.slice(0, found.mark.position - found.mark.column - 1));
    if (!isLate(found) || found.mark.line >= line) break;
    ({ line } = found.mark);
  }
  return line + 1;
}

const isLate = (found) => Boolean(found.reason) && NOTICED_LATE.test(found.reason);
