// Who imports whom. A folder of src/ may import from those above it in this list, never from those below;
// folders on one line may not import from each other. Type imports count.
const order = [
  ['text'],
  ['content'],
  ['product'],
  ['site'],
  ['rules'],
  ['engine'],
  ['review'],
  ['reporters'],
  ['search'],
  ['service'],
  ['portal'],
  ['editor', 'agents'],
  ['cli'],
];

const upward = order.flatMap((line, place) =>
  line.map((folder) => {
    const above = order.slice(0, place).flat();
    return {
      name: `${folder}-imports-only-from-above`,
      comment: `src/${folder}/ may import from itself and ${above.join(', ') || 'from no other folder'}.`,
      severity: 'error',
      from: { path: `^src/${folder}/` },
      to: { path: '^src/', pathNot: `^src/(${[folder, ...above].join('|')})/` },
    };
  }),
);

export default {
  forbidden: [
    ...upward,
    {
      name: 'no-cycle',
      comment: 'Two files that run each other are one idea, or a third file is missing. Types may be mutual.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'not-found',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(astro|virtual):' },
    },
    {
      name: 'product-stands-alone',
      comment: 'What is published never imports tests, scripts or development packages.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/portal/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm', 'npm-peer', 'type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default', 'node'] },
  },
};
