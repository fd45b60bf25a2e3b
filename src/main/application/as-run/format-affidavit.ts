import type { Affidavit, AffidavitPlay } from '../../../shared/contract/as-run-reports.ts';

const STYLE = `
  body { font: 11pt/1.4 Georgia, serif; margin: 2cm; color: #000; background: #fff; }
  h1 { font-size: 16pt; margin: 0 0 .5em; }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: .1em 1em; margin: 0 0 1em; }
  dd { margin: 0; }
  table { border-collapse: collapse; width: 100%; }
  thead { display: table-header-group; }
  th, td { border-bottom: .5pt solid #999; padding: .2em .5em; text-align: left; }
  td.number { text-align: right; font-variant-numeric: tabular-nums; }
  tr { break-inside: avoid; }
  .signature { margin-top: 3em; display: flex; gap: 4em; break-inside: avoid; }
  .signature span { border-top: .5pt solid #000; padding-top: .2em; flex: 1; }
  @page { size: A4; margin: 1.5cm; }
  @media print { body { margin: 0; } }
`;

/** An affidavit as a page of its own (HTML 5, no script, nothing fetched) that prints on paper with room for a signature. */
export function formatAffidavit(affidavit: Affidavit): string {
  const { station, advertiser, from, to, zone, preparedAt, plays, totalMs, notAired, chain } = affidavit;
  const facts: readonly (readonly [string, string])[] = [
    ['Station', station],
    ['Advertiser', advertiser],
    ['Broadcast days', from === to ? from : `${from} to ${to}`],
    ['Times', `local, ${zone}`],
    ['Plays', String(plays.length)],
    ['Total time', seconds(totalMs)],
    ['Not aired as planned', String(notAired)],
    ['As-run log', chain.ok ? `checked: ${chain.rows} rows whole and in order` : `DAMAGED at row ${chain.fault?.seq ?? '?'}`],
    ['Prepared', preparedAt],
  ];
  return `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>Affidavit of performance: ${escaped(advertiser)}</title><style>${STYLE}</style></head>
<body>
<h1>Affidavit of performance</h1>
<dl>${facts.map(([name, value]) => `<dt>${name}</dt><dd>${escaped(value)}</dd>`).join('')}</dl>
<table>
<thead><tr><th>Day</th><th>Time</th><th>Title</th><th>House ID</th><th>Campaign</th><th>Length</th><th>Log row</th></tr></thead>
<tbody>
${plays.map(row).join('\n')}
</tbody>
</table>
<p>The station states that the announcements above were broadcast on its channel at the times given, as its as-run log records them.</p>
<div class="signature"><span>Place, date</span><span>For ${escaped(station)}</span></div>
</body>
</html>
`;
}

function row({ date, localTime, title, houseId, campaign, durationMs, seq }: AffidavitPlay): string {
  const texts = [date, localTime, title, houseId ?? '', campaign ?? ''].map((text) => `<td>${escaped(text)}</td>`);
  return `<tr>${texts.join('')}<td class="number">${seconds(durationMs)}</td><td class="number">${seq}</td></tr>`;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}

function escaped(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');
}
