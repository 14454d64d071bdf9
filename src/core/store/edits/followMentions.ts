import { SpanList } from '../../extract/spanList.ts';
import type { MentionRecord } from '../../model/records.ts';
import { compareSpans, hull, type Span } from '../../text/span.ts';
import type { ArticleState } from '../articleState.ts';
import type { ChangeList } from './editContext.ts';

/** What is said at the words of mentions is from now on said by `to`: claims and quotations follow. */
export function followMentions(
  { annotations }: ArticleState,
  list: ChangeList,
  mentions: readonly MentionRecord[],
  to: string,
): void {
  const standing = mentions.filter(({ place }) => place.spans.length > 0);
  const placed = standing.map(({ entity, place }) => ({ ...hull(place.spans), entity }));
  const places = new SpanList(placed.sort(compareSpans));
  const isNamed = (entity: string, at: readonly Span[]) =>
    at.some((span) => places.within(span).some(({ item }) => item.entity === entity));
  for (const claim of annotations.claims.values()) {
    const { source, sourceAt, chain } = claim.attribution;
    if (source === null || !isNamed(source, sourceAt)) continue;
    const links = chain.map((link) => (link === source ? to : link));
    list.follow('claims', { ...claim, attribution: { ...claim.attribution, source: to, chain: links } });
  }
  for (const quotation of annotations.quotations.values()) {
    const { speaker, speakerAt } = quotation;
    if (speaker !== null && isNamed(speaker, speakerAt)) list.follow('quotations', { ...quotation, speaker: to });
  }
}
