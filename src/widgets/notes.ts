/** Shows `sentence` as a note over the page, which the reader may dismiss; returns it. */
export function showNote(sentence: string): Element {
  const note = document.createElement('div');
  note.className = 'note';
  const text = document.createElement('p');
  text.textContent = sentence;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'dismiss';
  button.addEventListener('click', () => note.remove());
  note.append(text, button);
  document.getElementById('notes')?.append(note);
  return note;
}
