/** A formula that takes longer to evaluate than it was allowed to. */
export class OutOfWork extends Error {
  constructor() {
    super('too many terms to compute');
    this.name = 'OutOfWork';
  }
}
