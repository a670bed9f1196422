import { numbersOf, numbersPaths } from '../../../components/numbersRoute.ts';

export const getStaticPaths = numbersPaths('derivations');

/** What the displays of a page are shown in numbers by. */
export const GET = numbersOf;
