import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
var s=class{#t;#e;constructor(t){let n=[0];for(let e=t.indexOf(`
`);e!==-1;e=t.indexOf(`
`,e+1))n.push(e+1);this.#t=t,this.#e=n}at(t){let n=Math.max(0,Math.min(t,this.#t.length)),e=0,r=this.#e.length-1;for(;e<r;){let i=Math.ceil((e+r)/2);(this.#e[i]??0)<=n?e=i:r=i-1}return{line:e+1,column:n-(this.#e[e]??0)+1}}startOf(t){return this.#e[t-1]??this.#t.length}line(t){let n=this.#e[t-1];if(n===void 0)return"";let e=this.#e[t];return this.#t.slice(n,e===void 0?void 0:e-1).replace(/\r$/,"")}};export{s as a};
