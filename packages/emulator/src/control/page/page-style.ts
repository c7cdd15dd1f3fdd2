/** The style sheet of the page. */
export const PAGE_STYLE = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#f6f7f9, #14161a);
  --surface: light-dark(#fff, #1d2026);
  --line: light-dark(#dfe3e8, #333842);
  --text: light-dark(#1b1f24, #e8eaee);
  --soft: light-dark(#59636e, #9aa4b1);
  --accent: light-dark(#2456d6, #7ea6ff);
  --bad: light-dark(#b3261e, #ff8a80);
  --good: light-dark(#18794e, #57c98e);
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); font: 15px/1.5 system-ui, sans-serif; }
header { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center; padding: 14px max(16px, calc(50vw - 560px)); background: var(--surface); border-bottom: 1px solid var(--line); }
h1 { font-size: 18px; margin: 0; }
h2 { font-size: 16px; margin: 0 0 10px; }
h3 { font-size: 15px; margin: 0; overflow-wrap: anywhere; }
h1 { flex: 1; }
#message { position: fixed; z-index: 1; inset: auto 16px 16px; margin: 0 auto; width: fit-content; max-width: calc(100% - 32px); padding: 10px 16px; background: var(--surface); border: 1px solid; border-radius: 10px; box-shadow: 0 4px 20px #0004; overflow-wrap: anywhere; }
#message.bad { color: var(--bad); }
#message:empty { padding: 0; border: 0; box-shadow: none; }
main { max-width: 1152px; margin: 0 auto; padding: 20px 16px 60px; display: grid; gap: 28px; grid-template-columns: minmax(0, 1fr); }
ul { list-style: none; margin: 0; padding: 0; }
.cards { display: grid; gap: 12px; align-items: start; grid-template-columns: repeat(auto-fill, minmax(min(280px, 100%), 1fr)); }
.card { display: grid; gap: 10px; padding: 14px; background: var(--surface); border: 1px solid var(--line); border-radius: 10px; align-content: start; }
.row { display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: center; }
.spread { justify-content: space-between; margin-bottom: 10px; }
.spread h2 { margin: 0; }
dl { display: grid; grid-template-columns: auto 1fr; gap: 2px 12px; margin: 0; color: var(--soft); font-size: 13px; }
dd { margin: 0; text-align: right; overflow-wrap: anywhere; }
button, input, select { font: inherit; color: inherit; }
button, select, input:not([type='file']) { min-height: 40px; padding: 6px 12px; background: var(--surface); border: 1px solid var(--line); border-radius: 8px; }
button { cursor: pointer; }
button:hover { border-color: var(--accent); }
button.quiet { border-color: transparent; background: none; color: var(--accent); }
button.danger { color: var(--bad); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.switch { display: flex; justify-content: space-between; align-items: center; gap: 10px; text-align: left; }
.switch .state { display: flex; align-items: center; gap: 8px; color: var(--soft); }
.switch .state::after { content: ''; width: 36px; height: 20px; border-radius: 10px; background: radial-gradient(circle at 10px 50%, #fff 7px, transparent 8px) var(--soft); }
.switch[aria-checked='true'] .state { color: var(--good); }
.switch[aria-checked='true'] .state::after { background: radial-gradient(circle at 26px 50%, #fff 7px, transparent 8px) var(--good); }
label { display: inline-flex; flex-wrap: wrap; gap: 4px 8px; align-items: center; }
details { border: solid var(--line); border-width: 1px 0; margin: 0 -14px; padding: 0 14px; }
summary { cursor: pointer; padding: 9px 0; font-weight: 600; border-radius: 8px; }
details[open] { padding-bottom: 14px; }
h4 { font: inherit; font-weight: 600; margin: 14px 0 0; padding-top: 12px; border-top: 1px solid var(--line); }
.stack { display: grid; gap: 6px; grid-template-columns: minmax(0, 1fr); }
.stack label { color: var(--soft); font-size: 13px; }
.stack > button { margin-top: 6px; }
.pair { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 8px; }
.pair input[type='number'] { width: 100%; }
.keys { list-style: none; margin: 0; padding: 0; }
.keys li { display: flex; justify-content: space-between; align-items: center; }
.keys button { padding-right: 0; }
[data-live]:focus { outline: none; }
.upload { color: var(--soft); font-size: 13px; }
.upload input { max-width: 100%; min-height: 40px; padding-top: 6px; }
input[type='number'] { width: 90px; }
.clock { font-variant-numeric: tabular-nums; font-size: 17px; margin-right: 8px; }
.empty { color: var(--soft); margin: 8px 0; }
.faults li { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: 0 12px; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
.files { display: grid; gap: 12px; grid-template-columns: repeat(auto-fill, minmax(min(170px, 45%), 1fr)); }
.file { padding: 10px; gap: 4px; }
.file small { color: var(--soft); overflow-wrap: anywhere; }
.file .name { color: inherit; font-weight: 600; overflow-wrap: anywhere; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; line-clamp: 2; overflow: hidden; }
.file small { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; line-clamp: 3; overflow: hidden; }
.file button { justify-self: start; padding-left: 0; }
.preview { display: grid; place-items: center; height: 110px; background: var(--ground); border-radius: 6px; overflow: hidden; color: var(--soft); text-decoration: none; font-weight: 700; letter-spacing: 0.08em; }
.preview img { width: 100%; height: 100%; object-fit: contain; }
table { width: 100%; border-collapse: collapse; background: var(--surface); border: 1px solid var(--line); font-size: 13px; }
th, td { padding: 7px 10px; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); overflow-wrap: break-word; }
th { color: var(--soft); font-weight: 600; }
td code { overflow-wrap: anywhere; }
td:first-child { font-variant-numeric: tabular-nums; white-space: nowrap; }
td:last-child { width: 36%; }
.status { font-weight: 700; color: var(--good); }
.refused .status { color: var(--bad); }
@media (max-width: 760px) {
  thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
  table, tbody, tr, td { display: block; }
  tr { padding: 8px 0; border-bottom: 1px solid var(--line); }
  td, td:last-child { width: auto; display: grid; grid-template-columns: 86px minmax(0, 1fr); gap: 8px; border: 0; padding: 2px 12px; white-space: normal; }
  td::before { content: attr(data-title); color: var(--soft); }
  td:has(> span:only-child:empty) { display: none; }
}
`
