import { PAGE_STYLE } from '../page-style.ts';

/** The style sheet of the measures: wide tables scroll within themselves, charts take their colours from the scheme. */
export const MEASURE_STYLE = `${PAGE_STYLE}
:root{--good:#1d6f42;--band:#e9d3a6}
@media (prefers-color-scheme:dark){:root{--good:#7fd6a4;--band:#5a4620}}
h3{margin:0;font-size:1rem;line-height:1.3}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
figure{margin:0;display:grid;gap:.5rem;min-width:0}
figcaption{display:flex;flex-wrap:wrap;gap:.2rem 1rem;align-items:baseline;justify-content:space-between;font-size:.875rem;color:var(--soft)}
figcaption a{display:inline-block}
figcaption a,summary{padding-block:.3rem}
summary{cursor:pointer;width:fit-content}
details[open]{flex:1 1 100%}
section.scroll{display:block;overflow-x:auto;max-width:100%;background:none;border:0;border-radius:0;padding:0}
table{border-collapse:collapse;width:100%;font-size:.875rem;font-variant-numeric:tabular-nums;overflow-wrap:normal}
th,td{padding:.35rem .6rem;text-align:right;white-space:nowrap;border-bottom:1px solid var(--line);vertical-align:top}
th:first-child,.words{text-align:left}
thead th{color:var(--soft);font-weight:400;vertical-align:bottom;white-space:normal}
tbody th{font-weight:700}
tbody th.long{white-space:normal;min-width:9rem}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(9rem,45%),1fr));gap:.8rem}
.figures div{display:block}
.figures dd{font-size:1.6rem;line-height:1.2;font-weight:700;font-variant-numeric:tabular-nums}
.figures dt{color:var(--soft);font-weight:400}
.figures small{display:block;font-weight:400}
.good{color:var(--good)}.bad{color:var(--alarm)}
.halves{display:grid;gap:1rem;min-width:0}
.pick{display:grid;gap:.6rem;align-items:end}
.pick label{display:grid;gap:.2rem;font-size:.875rem;min-width:0}
.pick input,.pick select{width:100%;min-height:2.75rem;padding:.4rem .6rem;font:inherit;font-size:1rem;color:inherit;background:var(--card);border:1px solid var(--edge);border-radius:.6rem;min-width:0}
.chart svg{display:block;width:100%;max-width:48rem;height:auto;color:var(--ink)}
.chart text{font-size:12px;fill:currentColor}
.plot .full{fill:var(--gold)}.plot .missed{fill:none;stroke:var(--alarm);stroke-width:2}.plot .inner{fill:var(--ink);opacity:.75}
.plot .promised{stroke:var(--ink);stroke-width:2.5;stroke-dasharray:5 3}.plot .line{stroke:var(--gold);stroke-width:2.5}
.plot .band{fill:var(--gold);opacity:.35}.plot .band.wide{opacity:.18}
.key{display:flex;flex-wrap:wrap;gap:.2rem 1rem;font-size:.875rem;color:var(--soft)}
.key i{display:inline-block;width:.9rem;height:.9rem;margin-right:.4rem;vertical-align:-.1em;background:var(--gold);border-radius:0;flex:none}
.key .missed{background:none;border:2px solid var(--alarm)}.key .promised{height:0;border-top:3px dashed var(--ink);background:none;vertical-align:.3em}
.key .inner{background:var(--ink);opacity:.75}.key .band{opacity:.35}
.message{margin:0;font:inherit;font-size:.875rem;white-space:pre-wrap;background:var(--ground);border-radius:.4rem;padding:.6rem}
.toc ul{display:flex;flex-wrap:wrap;gap:.2rem 1rem}
@media (min-width:40rem){.pick{grid-template-columns:repeat(3,minmax(0,1fr))}}
@media (min-width:56rem){.halves{grid-template-columns:repeat(2,minmax(0,1fr))}.pick{grid-template-columns:repeat(7,minmax(0,1fr))}.pick.few{grid-template-columns:repeat(4,auto);justify-content:start}}
@media print{.pick,.toc,figcaption a,.skip{display:none}section{break-inside:avoid;border:0;padding:0}.scroll{overflow:visible}body{background:none;color:#000}}
`;
