import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import{createHash as l}from"node:crypto";var u="connector.lock.json";function s(n){let t=typeof n=="string"?n:Buffer.from(n).toString("latin1"),r=Buffer.from(t.replaceAll(`\r
`,`
`),typeof n=="string"?"utf8":"latin1");return l("sha256").update(r).digest("hex")}function d(n,t,r){let e=n.map(({path:o,text:i})=>[o,s(i)]).sort(([o],[i])=>o<i?-1:1),f={generator:t,spec:s(r),files:Object.fromEntries(e)};return[...n,{path:u,text:`${JSON.stringify(f,null,2)}
`}]}function k(n){let t=c(g(n)),r=Object.entries(c(t.files)).filter(e=>typeof e[1]=="string");return{generator:a(t.generator),spec:a(t.spec),files:new Map(r)}}function g(n){try{return JSON.parse(n)}catch{return}}function c(n){return p(n)?n:{}}function p(n){return typeof n=="object"&&n!==null}function a(n){return typeof n=="string"?n:""}export{u as a,s as b,d as c,k as d,p as e};
