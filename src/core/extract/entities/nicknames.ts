/** Usual English short forms of first names, each group with the full form first. */
const SHORT_FORMS =
  'abraham:abe albert:al alexander:alex andrew:andy anthony:tony benjamin:ben,benny catherine:kate,cathy charles:charlie,chuck christopher:chris daniel:dan,danny david:dave deborah:debbie donald:don,donnie douglas:doug edward:ed,eddie,ted elizabeth:liz,beth,betty eugene:gene frederick:fred gerald:gerry,jerry gregory:greg henry:harry,hank jacob:jake james:jim,jimmy jeffrey:jeff jennifer:jen,jenny jonathan:jon joseph:joe,joey joshua:josh kenneth:ken kimberly:kim lawrence:larry leonard:len margaret:maggie,peggy matthew:matt michael:mike,mickey nathaniel:nate,nat nicholas:nick pamela:pam patrick:pat peter:pete philip:phil raymond:ray richard:dick,rick,rich robert:bob,bobby,rob ronald:ron,ronnie samuel:sam stephen:steve steven:steve susan:sue terence:terry theodore:ted thomas:tom,tommy timothy:tim victoria:vicky vincent:vince walter:walt william:bill,billy,will zachary:zach';

const FULL_FORMS: ReadonlyMap<string, string> = new Map(
  SHORT_FORMS.split(' ').flatMap((group) => {
    const [full = '', short = ''] = group.split(':');
    return short.split(',').map((form): [string, string] => [form, full]);
  }),
);

/** The full form of a usual English short form ("bob": "robert"), else the name itself; in lower case. */
export function fullFirstName(first: string): string {
  return FULL_FORMS.get(first) ?? first;
}
