// The charts of the staff page, in the browser: each figure by week, with its interval as a band. The tables below them
// say the same in words.
const { weeks, figures } = await (await fetch('/staff/weeks.json')).json();
const place = document.querySelector('[data-charts]');
const dark = matchMedia('(prefers-color-scheme: dark)').matches;
const line = dark ? '#8ab4ff' : '#1f4fbf';
const axis = { stroke: dark ? '#ccd' : '#334', grid: { stroke: dark ? '#334' : '#dde' } };
const dayOf = (week) => {
  const [, year, number] = /^(\d+)-W(\d+)$/.exec(week);
  // The fourth of January is in the first week.
  const first = new Date(Date.UTC(year, 0, 4));
  return (first.getTime() / 86_400_000 - ((first.getUTCDay() || 7) - 1) + 7 * (number - 1)) * 86_400;
};

for (const { name, title } of figures) {
  const told = weeks.filter((week) => week[name].value !== null);
  if (told.length < 2) continue;
  const box = place.appendChild(document.createElement('div'));
  const values = (key) => told.map((week) => week[name][key]);
  const chart = new uPlot(
    {
      title,
      width: Math.min(560, place.clientWidth),
      height: 220,
      legend: { show: false },
      axes: [{ ...axis, values: '{YYYY}-{MM}-{DD}', space: 100 }, { ...axis, size: 60 }],
      series: [
        {},
        { stroke: 'transparent', points: { show: false } },
        { stroke: 'transparent', points: { show: false } },
        { stroke: line, width: 2, points: { show: true } },
      ],
      bands: [{ series: [2, 1], fill: `${line}33` }],
    },
    [told.map((week) => dayOf(week.group)), values('low'), values('high'), values('value')],
  );
  box.append(chart.root);
  box.setAttribute('role', 'img');
  box.setAttribute('aria-label', `${title} by week; the table of weeks has the numbers.`);
}
