/** Nayin (납음): each pair of ganji sounds as one of thirty images of an element. Table of 淵海子平 (납음오행, 육십화갑자). */
import type { Element } from "../names.ts"
import { elementNamed } from "./elements.ts"
import { namesOf } from "./naming.ts"
import type { Named } from "./types.ts"

const NAYIN = `海中金,해중금,haejunggeum,Metal in the Sea;爐中火,노중화,nojunghwa,Fire in the Furnace;
大林木,대림목,daerimmok,Wood of the Great Forest;路傍土,노방토,nobangto,Earth by the Road;
劍鋒金,검봉금,geombonggeum,Metal of the Sword's Edge;山頭火,산두화,sanduhwa,Fire on the Mountaintop;
澗下水,간하수,ganhasu,Water in the Ravine;城頭土,성두토,seongduto,Earth on the City Wall;
白蠟金,백랍금,baengnapgeum,White Wax Metal;楊柳木,양류목,yangnyumok,Willow Wood;
泉中水,천중수,cheonjungsu,Water in the Spring;屋上土,옥상토,oksangto,Earth on the Roof;
霹靂火,벽력화,byeongnyeokhwa,Thunderbolt Fire;松柏木,송백목,songbaengmok,Pine and Cypress Wood;
長流水,장류수,jangnyusu,Long Flowing Water;沙中金,사중금,sajunggeum,Metal in the Sand;
山下火,산하화,sanhahwa,Fire below the Mountain;平地木,평지목,pyeongjimok,Wood of the Plain;
壁上土,벽상토,byeoksangto,Earth on the Wall;金箔金,금박금,geumbakgeum,Gold Leaf Metal;
覆燈火,복등화,bokdeunghwa,Fire of the Covered Lamp;天河水,천하수,cheonhasu,Water of the Heavenly River;
大驛土,대역토,daeyeokto,Earth of the Great Post Road;釵釧金,차천금,chacheongeum,Metal of Hairpins and Bracelets;
桑柘木,상자목,sangjamok,Mulberry Wood;大溪水,대계수,daegyesu,Water of the Great Stream;
沙中土,사중토,sajungto,Earth in the Sand;天上火,천상화,cheonsanghwa,Fire in the Sky;
石榴木,석류목,seongnyumok,Pomegranate Wood;大海水,대해수,daehaesu,Water of the Great Sea`
/** The last character of each name, in the order of the elements. */
const ELEMENTS = "木火土金水"

const known: (Named & { readonly element: Element })[] = []

/** Nayin of a ganji 0–59; its own index counts pairs, 0–29. */
export function nayinNamed(ganji: number): Named & { readonly element: Element } {
  const at = ganji >> 1
  known[at] ??= nayinAt(at)
  return known[at]
}

function nayinAt(at: number): Named & { readonly element: Element } {
  const name = namesOf(NAYIN)[at] as Named
  return Object.freeze({ ...name, element: elementNamed(ELEMENTS.indexOf(name.hanja.charAt(2))) })
}
