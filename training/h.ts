import { segmentArticle } from '../src/core/extract/segment/segmentArticle.ts';
import { readLines } from '../src/core/extract/segment/blocks.ts';
import { placeOf } from '../src/core/extract/segment/lineFeatures.ts';
import { furnitureScores } from '../src/core/extract/segment/furnitureModel.ts';
for (const t of process.argv.slice(2).map(a=>a.replaceAll('\\n','\n'))) { const b=readLines(t); const s=furnitureScores(b,placeOf(b)); console.log(b.map((x,i)=>s[i].toFixed(2)+' '+x.text.slice(0,60))); console.log(segmentArticle(t).zones.map(z=>z.kind+' '+z.origin+': '+t.slice(z.start,z.end).slice(0,60))); }
