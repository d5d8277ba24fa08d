/** The pages' one style sheet: one column on a phone, two where there is room. Contrast is AA or better in both schemes. */
export const PAGE_STYLE = `
:root{color-scheme:light dark;--ground:#f6f2ea;--card:#fff;--ink:#201b14;--soft:#5d5345;--line:#e0d7c6;--edge:#82755f;
--gold:#8a5000;--on-gold:#fff;--tint:#fcf1da;--alarm:#9a1f14;--alarm-tint:#fdebe8}
@media (prefers-color-scheme:dark){:root{--ground:#15120e;--card:#211d17;--ink:#f4eee3;--soft:#bdb2a0;--line:#3d362b;
--edge:#9a8c76;--gold:#f6b84a;--on-gold:#221600;--tint:#33280f;--alarm:#ffb3a7;--alarm-tint:#3d1814}}
*{box-sizing:border-box}
[hidden]{display:none!important}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:anywhere}
h1,h2,p,ul,ol,dl,dd,fieldset{margin:0;padding:0}
h1,h2{text-wrap:balance}
h1{font-size:1.6rem;line-height:1.2}
h2{font-size:1.15rem;line-height:1.3}
a{color:var(--gold);text-underline-offset:.15em}
:focus-visible{outline:3px solid var(--gold);outline-offset:3px;border-radius:.25rem}
.skip{position:absolute;left:-99em}
.skip:focus{left:1rem;top:1rem;background:var(--card);padding:.75rem 1rem}
.bar,main,footer{max-width:66rem;margin:0 auto;padding:0 1rem}
.bar{display:flex;gap:.5rem;align-items:center;padding-block:1rem;font-weight:700}
.bar>a{font-weight:400;white-space:nowrap}.bar>span{margin-right:auto}.bar>[aria-current]{font-weight:700}
.bar i{width:.9rem;height:.9rem;border-radius:50%;background:var(--gold);flex:none}
main,.lead{display:grid;gap:1rem;min-width:0}
section{background:var(--card);border:1px solid var(--line);border-radius:.9rem;padding:1.1rem;display:grid;gap:.8rem;align-content:start;min-width:0}
.soft,dt,small,time{color:var(--soft)}
small{font-size:.875rem}
ul,ol{list-style:none;display:grid;gap:.6rem}
.badge{justify-self:start;background:var(--alarm-tint);color:var(--alarm);font-weight:700;padding:.2rem .7rem;border-radius:1rem}
.due{display:grid}.due b{font-size:1.15rem}.due span,.due time{font-size:.875rem;color:var(--soft)}
.late{background:var(--alarm-tint);border-left:4px solid var(--alarm);border-radius:.4rem;padding:.4rem .7rem}.late b,.late span,.late time{color:var(--alarm)}
.why{font-weight:700}.why::first-letter{text-transform:uppercase}
.problem a{color:inherit}
.problem{background:var(--alarm-tint);border-color:var(--alarm);color:var(--alarm)}
.answer{background:var(--tint);border-color:var(--gold)}
.row{display:flex;flex-wrap:wrap;gap:.6rem}
.row>*{flex:1 1 4rem;padding-inline:.5rem}.row>.call{flex:2 1 auto}
.button,button{display:block;width:100%;min-height:3rem;padding:.7rem 1rem;border:2px solid var(--gold);border-radius:.6rem;background:none;
color:var(--gold);font:inherit;font-weight:700;text-align:center;text-decoration:none;cursor:pointer}
.main{background:var(--gold);color:var(--on-gold)}
.button:hover,button:hover{text-decoration:underline}
form,fieldset{display:grid;grid-template-columns:minmax(0,1fr);gap:.8rem;border:0;min-width:0}
.small{display:inline-block;width:auto;min-height:2rem;padding:.1rem .7rem;border-width:1px;font-size:.875rem}li form{margin-top:.4rem}form .small{justify-self:start}dd:has(.small){display:flex;flex-wrap:wrap;align-items:center;gap:.2rem .6rem}
.choice{display:grid;gap:.25rem}
fieldset{gap:0}
legend{padding:0;font-weight:700;margin-bottom:.3rem}
.radio{display:flex;gap:.75rem;align-items:center;min-height:3rem;padding:.3rem 0}
.radio input{width:1.25rem;height:1.25rem;flex:none;margin:0;accent-color:var(--gold)}
.radio span{display:grid}
textarea,input[type=datetime-local]{display:block;width:100%;min-width:0;margin-top:.3rem;padding:.6rem;font:inherit;color:inherit;background:var(--card);border:1px solid var(--edge);border-radius:.6rem;resize:vertical}
label b,dt{font-weight:700}
dl{display:grid;gap:.5rem}
dl div{display:grid;grid-template-columns:7rem minmax(0,1fr);gap:.75rem}
dt::first-letter{text-transform:uppercase}
.reasons li{display:grid;grid-template-columns:4.2rem minmax(0,1fr);gap:.75rem;align-items:baseline}
.reasons b{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
.item{font-weight:700;padding-block:.4rem}
.rows li{position:relative}.rows .due{margin-block:.2rem}.rows .due b{font-size:1rem}.rows .item::after{content:'';position:absolute;inset:0}
.timeline li{border-left:3px solid var(--line);padding-left:.8rem;display:grid}
.copy{display:block;font-family:ui-monospace,Consolas,monospace;font-size:.875rem;user-select:all;-webkit-user-select:all;background:var(--ground);border:1px dashed var(--edge);border-radius:.4rem;padding:.4rem .6rem;margin-top:.3rem}
.context{display:grid;gap:1rem;min-width:0;align-content:start}
.notice{max-width:36rem;width:100%;margin:1rem auto}
footer{padding-block:1.5rem;color:var(--soft);font-size:.875rem}
@media (max-width:26rem){.bar>span{font-size:0;flex:1}.bar{padding-block:.8rem}section{padding:.9rem;gap:.6rem}dl div{grid-template-columns:minmax(0,1fr);gap:0}}
@media (min-width:56rem){.lead{grid-template:auto auto 1fr/minmax(0,1fr) 22rem;align-items:start}
.who{grid-column:1/-1;grid-template-columns:minmax(0,1fr) auto;align-items:center}.who>*{grid-column:1}.who .row{grid-area:1/2/span 4;width:20rem}
.context{grid-area:2/1/span 2}dl div{grid-template-columns:9rem minmax(0,1fr)}}
@media (forced-colors:active){.main,.answer{border-width:3px}}
`;
