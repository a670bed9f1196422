/** The ends of every logit's slider, ±; the exact field goes beyond them. */
export const sliderEnd = 6;
