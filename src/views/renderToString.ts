import { Window } from 'happy-dom';

/** The markup of what `draw` returns, drawn in a document that exists only in the build. */
export function renderToString(draw: (document: Document) => Element): string {
  const window = new Window();
  try {
    // happy-dom's document has what the views use of a browser's, under types of its own
    return draw(window.document as unknown as Document).outerHTML;
  } finally {
    void window.happyDOM.close();
  }
}
