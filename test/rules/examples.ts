/** A small tree from a rule's page, and what the rule must find in it. */
export interface Example {
  title: string;
  files: { path: string; text: string }[];
  /** Files of `before/`: what stood there before the change that is judged; none where no change is. */
  before: { path: string; text: string }[];
  /** YAML list of findings. */
  findings: string;
  /** YAML of what other sites answer, by address; null where nobody asks them. */
  answers: string | null;
}

/** The examples of a rule's page: the third-level headings of its section “Examples”. */
export function readExamples(source: string): Example[] {
  const examples: { title: string; files: { path: string; text: string }[] }[] = [];
  let inExamples = false;
  let fence = '';
  for (const line of source.split('\n')) {
    const files = examples.at(-1)?.files;
    const file = files?.at(-1);
    if (fence !== '') {
      if (line.trimEnd() === fence) fence = '';
      else if (file) file.text += `${line}\n`;
      continue;
    }
    const opening = /^(`{3,})\w*(?: title="([^"]+)")?/.exec(line);
    if (opening) {
      fence = opening[1]!;
      if (!inExamples || !files) continue;
      if (opening[2] === undefined) throw new Error(`A file of “${examples.at(-1)!.title}” has no title="path".`);
      files.push({ path: opening[2], text: '' });
    } else if (line.startsWith('## ')) inExamples = line === '## Examples';
    else if (line.startsWith('### ') && inExamples) examples.push({ title: line.slice(4).trim(), files: [] });
  }
  return examples.map(({ title, files }) => {
    const findings = files.find(({ path }) => path === 'findings');
    if (!findings) throw new Error(`The example “${title}” does not say what is found.`);
    const answers = files.find(({ path }) => path === 'answers');
    const before = files.filter(({ path }) => path.startsWith('before/'));
    return {
      title,
      files: files.filter((file) => file !== findings && file !== answers && !before.includes(file)),
      before: before.map(({ path, text }) => ({ path: path.slice('before/'.length), text })),
      findings: findings.text,
      answers: answers?.text ?? null,
    };
  });
}
