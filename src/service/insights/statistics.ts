/** A figure with how many answers stand behind it, and where the true one lies in 19 of 20 cases. */
export interface Figure {
  answers: number;
  /** Null where there are too few answers to say anything. */
  value: number | null;
  low: number | null;
  high: number | null;
}

/** With fewer answers the interval of a share is wider than 50 points, and a figure would be believed all the same. */
const LEAST_ANSWERS = 10;
/** Two-sided 95 % of the normal distribution. */
const Z = 1.959964;

/** A share, 0 to 1, with the interval of Wilson (1927), which holds for few answers and near 0 and 1. */
export function share(hits: number, answers: number): Figure {
  if (answers < LEAST_ANSWERS) return tooFew(answers);
  const value = hits / answers;
  const centre = (value + Z ** 2 / (2 * answers)) / (1 + Z ** 2 / answers);
  const half = (Z / (1 + Z ** 2 / answers)) * Math.sqrt((value * (1 - value)) / answers + Z ** 2 / (4 * answers ** 2));
  return { answers, value, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/** A mean, with the interval of Student's distribution. */
export function mean(values: readonly number[]): Figure {
  const answers = values.length;
  if (answers < LEAST_ANSWERS) return tooFew(answers);
  const value = values.reduce((sum, each) => sum + each, 0) / answers;
  const variance = values.reduce((sum, each) => sum + (each - value) ** 2, 0) / (answers - 1);
  const half = student(answers - 1) * Math.sqrt(variance / answers);
  return { answers, value, low: value - half, high: value + half };
}

/** A median, with the interval that the order of the values gives (no assumption about their distribution). */
export function median(values: readonly number[]): Figure {
  const answers = values.length;
  if (answers < LEAST_ANSWERS) return tooFew(answers);
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (answers - 1) / 2;
  const half = (Z * Math.sqrt(answers)) / 2;
  return {
    answers,
    value: (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2,
    low: sorted[Math.max(0, Math.floor(middle - half))]!,
    high: sorted[Math.min(answers - 1, Math.ceil(middle + half))]!,
  };
}

function tooFew(answers: number): Figure {
  return { answers, value: null, low: null, high: null };
}

/** Two-sided 95 % of Student's distribution, by the expansion of Fisher and Cornish (1960): right to a hundredth from 5 degrees on. */
function student(degrees: number): number {
  return Z + (Z ** 3 + Z) / (4 * degrees) + (5 * Z ** 5 + 16 * Z ** 3 + 3 * Z) / (96 * degrees ** 2);
}
