/** Shows `sentence` as a note over the page, which the reader may dismiss, with `actions` before that. */
export function showNote(sentence: string, ...actions: readonly Element[]): void {
  const note = document.createElement('div');
  note.className = 'note';
  const text = document.createElement('p');
  text.textContent = sentence;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'dismiss';
  button.addEventListener('click', () => note.remove());
  note.append(text, ...actions, button);
  document.getElementById('notes')?.append(note);
}
