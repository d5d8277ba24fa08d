/** The pages' one script: it shows the buttons that copy, where the browser can. Without it they stay hidden. */
export const COPY_SCRIPT = `
if(navigator.clipboard)for(const b of document.querySelectorAll('[data-copy]')){b.hidden=false;
b.onclick=()=>navigator.clipboard.writeText(b.dataset.copy).then(()=>{b.nextElementSibling.textContent=b.dataset.done})}
`;
