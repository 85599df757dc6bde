/** Names of the 24 solar terms (절기). */
import { namesOf } from "../analysis/naming.ts"
import type { Named } from "../analysis/types.ts"

const TERMS = `小寒,소한,sohan,Minor Cold;大寒,대한,daehan,Major Cold;立春,입춘,ipchun,Start of Spring;雨水,우수,usu,Rain Water;
驚蟄,경칩,gyeongchip,Awakening of Insects;春分,춘분,chunbun,Spring Equinox;淸明,청명,cheongmyeong,Clear and Bright;
穀雨,곡우,gogu,Grain Rain;立夏,입하,ipha,Start of Summer;小滿,소만,soman,Grain Buds;芒種,망종,mangjong,Grain in Ear;
夏至,하지,haji,Summer Solstice;小暑,소서,soseo,Minor Heat;大暑,대서,daeseo,Major Heat;立秋,입추,ipchu,Start of Autumn;
處暑,처서,cheoseo,End of Heat;白露,백로,baengno,White Dew;秋分,추분,chubun,Autumn Equinox;寒露,한로,hallo,Cold Dew;
霜降,상강,sanggang,Frost Descent;立冬,입동,ipdong,Start of Winter;小雪,소설,soseol,Minor Snow;大雪,대설,daeseol,Major Snow;
冬至,동지,dongji,Winter Solstice`

/** A solar term, 0–23, 0 = sohan. */
export function termNamed(term: number): Named {
  return namesOf(TERMS)[term] as Named
}
