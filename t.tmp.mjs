import { analysisOf } from './out/test/harness/analysis.js';
const pieces = ['*','**','《','》','《甲法》','第','第一','第一条','第一条、','（','（(','（一）','【','{{','[','[[','![','<','<!--','<!-- policydoc-ignore-next-line placeholder-unfilled -->\n','<!-- policydoc-ignore-next-line citation-ambiguous -->\n*人\n','`','```\n','~~~\n','> ','>','- ','  - ','|','| a ','|a|\n|-|\n','\n','\n\n','\r','一是','一是\n','一、\n','首先','前款','本条例第一条','该法第三条','刑法第三条','民法典第三条和','以下简称','（以下简称《条例》）','《条例》','“','”','《中华人民共和国示例法》第三条“','《中华人民共和国示例法》第三条规定：“甲，','《中华人民共和国示例法》第三条；第四条；','规定：“','X','X ','__','_','…','甲','甲乙丙丁戊。','# ','# a\n','## 一、甲\n','---\n','---\na: 1\n','> a\n> ---\n','- a\n  ---\n','a\n===\n','1) a\n','* * *\n','> > > a\n','- - - a\n','http://','https://x.cn/','a@b.cn ','&amp;','\\','<a>','<div>\n','[a]: b\n','[^1]: a\n','*_','第（','一至','第一至','、第一款','示例法','的规定','依照','条例','《条例》（以下简称《条例》）','年 月 日','\t','　','第一条第一款第一项','第一条第','之一','1. ','1.','①','(1)','<!-','-->','﷐','\0','\ud800','1%','2020年修订的'];
const n = Number(process.argv[2] ?? 100000);
const out=[];
for (const p of pieces) {
  const t = p.repeat(Math.ceil(n/p.length));
  const t1 = t.slice(0, t.length/4);
  let a=performance.now(); try { analysisOf(t1);} catch(e){ console.log('THROW', JSON.stringify(p), e.message); continue }
  const q=performance.now()-a; if (q>3000) { console.log(JSON.stringify(p),'quarter',q|0); continue; }
  a=performance.now(); analysisOf(t); const f=performance.now()-a;
  out.push([f,q,p]);
}
out.sort((a,b)=>b[0]-a[0]);
for (const [f,q,p] of out.slice(0,30)) console.log(JSON.stringify(p), 'quarter',q|0,'full',f|0, 'ratio',(f/q).toFixed(1));
console.log('total', out.reduce((s,x)=>s+x[0]+x[1],0)|0);
