/** Names of the structures (격국): eleven regular ones, then the special ones. */
import { namesOf } from "./naming.ts"
import type { Named } from "./types.ts"

const STRUCTURES = `食神格,식신격,siksingyeok,Eating God;傷官格,상관격,sanggwangyeok,Hurting Officer;
偏財格,편재격,pyeonjaegyeok,Indirect Wealth;正財格,정재격,jeongjaegyeok,Direct Wealth;
偏官格,편관격,pyeongwangyeok,Seven Killings;正官格,정관격,jeonggwangyeok,Direct Officer;
偏印格,편인격,pyeoningyeok,Indirect Resource;正印格,정인격,jeongingyeok,Direct Resource;
建祿格,건록격,geollokgyeok,Office in the Month;羊刃格,양인격,yangingyeok,Blade in the Month;
月劫格,월겁격,wolgeopgyeok,Peers in the Month;
從兒格,종아격,jongagyeok,Following Output;從財格,종재격,jongjaegyeok,Following Wealth;
從殺格,종살격,jongsalgyeok,Following the Officer;從强格,종강격,jonggangyeok,Following Resource;
從旺格,종왕격,jongwanggyeok,Following Peers;從勢格,종세격,jongsegyeok,Following the Current;
化木格,화목격,hwamokgyeok,Turned into Wood;化火格,화화격,hwahwagyeok,Turned into Fire;
化土格,화토격,hwatogyeok,Turned into Earth;化金格,화금격,hwageumgyeok,Turned into Metal;
化水格,화수격,hwasugyeok,Turned into Water;
曲直格,곡직격,gokjikgyeok,Wood Alone;炎上格,염상격,yeomsanggyeok,Fire Alone;稼穡格,가색격,gasaekgyeok,Earth Alone;
從革格,종혁격,jonghyeokgyeok,Metal Alone;潤下格,윤하격,yunhagyeok,Water Alone;
兩神成象格,양신성상격,yangsinseongsanggyeok,Two Elements in Balance`

/** 건록격. */
export const LOK = 8
/** 양인격. */
export const BLADE = 9
/** 월겁격. */
export const ROB = 10
/** 종아격, after it 종재격 and 종살격. */
export const FOLLOW_OUTPUT = 11
export const FOLLOW_RESOURCE = 14
export const FOLLOW_PEER = 15
export const FOLLOW_DIVIDED = 16
/** 화목격, after it those of the other elements. */
export const TRANSFORM = 17
/** 곡직격, after it those of the other elements. */
export const SINGLE = 22
/** 양신성상격. */
export const PAIR = 27

/** A structure by its index 0–27. */
export const structureNamed = (index: number): Named => namesOf(STRUCTURES)[index] as Named

/** The structure that carries the name of a ten god 2–9. */
export const structureOfGod = (god: number): number => god - 2

/** Stable name of a special structure: the romanized one without 격. */
export const specialId = (index: number): string => structureNamed(index).romanized.replace(/gyeok$/, "")
