import type { Lang } from "./args.ts"

/** One usage line per command; the same in every language. */
export const usages = {
  run: "cubular run <id | file.json> [--input JSON|@file|-] [--host memory|node|workerd|chromium[,…]] [--record FILE] [--events] [--human] [--timeout MS] [--jsonl] [--stream OUTPUT] [--data DIR] [--id ID] [--secret NAME=@file|env:NAME]… [--allow-origin ORIGIN]… [--url URL [--token T]]",
  validate: "cubular validate <id | file.json> [--json]",
  test: "cubular test <record.json…> [--host memory|node] [--json]",
  simulate: "cubular simulate <id | file.json> [--seeds N | --seed N] [--input JSON|@file|-] [--replies FILE] [--json]",
  saju: "cubular saju <YYYY-MM-DD> [HH:MM[:SS] | unknown] [--sex male|female] [--zone NAME] [--longitude DEG] [--clock wall|standard|mean|apparent] [--boundary split|jasi|midnight] [--fold 0|1] [--lunar [--leap]] [--now INSTANT] [--name NAME] [--detail pillars|standard|full] [--json | --jsonl | --svg [FILE] [--palette classic|obang|soft] [--theme light|dark]]",
  saga: "cubular saga list [--state running|parked|done|undone] | show ID | start <id | file.json> [--input JSON|@file|-] [--id ID] | resume ID | undo ID  [--data DIR] [--json]",
  backup:
    "cubular backup <id | file.json> --key FILE (--to FOLDER | --targets FILE) [--data DIR] [--allow-origin ORIGIN]… [--json] | --new-key FILE",
  restore: "cubular restore FILE --key FILE [--data DIR] [--merge | --verify | --drill] [--json]",
  list: "cubular list [--json]",
  graph: "cubular graph <id | file.json> [--format mermaid|svg]",
} as const

const about: { readonly [lang in Lang]: { readonly [name in keyof typeof usages]: string } } = {
  en: {
    run: "Runs a composition. stdout is one JSON object with outputs and fingerprint; several hosts are compared.\n      --secret hands a secret to the cubes the document names it for, --allow-origin lets requests go to a private origin (Node).\n      What cubes keep is kept in --data, default .cubular/data (Node); several hosts begin with nothing kept.\n      --id names a saga: run again under it, it goes on where it stopped, or tells its end.\n      --stream writes the items of an output to stdout as they come, one JSON per line, and the result to stderr (Node, memory).",
    validate: "Says everything that is wrong with a document.",
    test: "Runs records again and says where the results differ.",
    simulate:
      'Runs a composition under simulated faults: services and stores that fail, are late or answer twice, on a virtual clock.\n      --seed shows one seed in full; --replies gives what services answer, by "METHOD https://…".',
    saju: "A four-pillars chart for a birth, with its analysis and decades of luck. --json gives the chart as JSON, --svg a picture;\n      --jsonl reads one birth object per line of stdin and writes one chart or error line each.",
    saga: "Sagas kept in a folder (--data, .cubular/data by default): which there are, what one did, starting, going on, undoing.",
    backup:
      "Seals all a composition keeps (--data, .cubular/data by default) and brings it to a folder, or to the places of a file that\n      names three, of two kinds, one elsewhere. --new-key makes the key: keep it where the backups are not.",
    restore:
      "Puts a backup back into empty stores; nothing is written before all of it was checked. --merge goes on with a restore that was cut off.\n      --verify only reads it, --drill restores it into memory.",
    list: "Compositions and cubes shipped.",
    graph: "A picture of a composition.",
  },
  ko: {
    run: "컴포지션을 실행합니다. 표준 출력은 출력과 지문이 담긴 JSON 하나이고, 호스트가 여럿이면 결과를 견줍니다.\n      --secret은 문서가 지정한 큐브에만 비밀 값을 건네고, --allow-origin은 사설 주소로 나가는 요청을 허용합니다(Node).\n      큐브에서 보관하는 것은 --data 폴더에 둡니다. 기본은 .cubular/data(Node)이고, 호스트가 여럿이면 빈 상태에서 시작합니다.\n      --id는 사가의 이름입니다. 같은 이름으로 다시 실행하면 멈춘 곳에서 이어 가고, 끝난 사가면 결과를 알려 줍니다.\n      --stream은 출력 하나의 항목을 나오는 대로 한 줄에 JSON 하나씩 표준 출력에, 결과는 표준 오류에 씁니다(Node, memory).",
    validate: "문서의 문제를 모두 알려 줍니다.",
    test: "기록을 다시 실행하고 달라진 곳을 알려 줍니다.",
    simulate:
      '컴포지션을 모의 장애 속에서 실행합니다. 서비스와 저장소가 실패하거나 늦거나 두 번 답하며, 시계는 가상입니다.\n      --seed는 시드 하나를 자세히 보여 주고, --replies는 서비스의 답을 "METHOD https://…"별로 정합니다.',
    saju: "태어난 때의 사주 명식을 분석, 대운과 함께 보여 줍니다. --json은 명식을 JSON으로, --svg는 그림으로 줍니다.\n      --jsonl은 표준 입력에서 한 줄에 출생 정보 하나씩 읽어 줄마다 명식이나 오류를 하나씩 씁니다.",
    saga: "폴더(--data, 기본 .cubular/data)에 보관된 사가의 목록과 이력을 보여 주고, 시작하거나 이어가거나 되돌립니다.",
    backup:
      "컴포지션이 보관한 모든 것(--data, 기본 .cubular/data)을 봉인해 폴더 하나나, 파일에 적은 세 곳(두 종류, 하나는 다른 장소)에 둡니다.\n      --new-key는 키를 만듭니다. 키는 백업과 다른 곳에 두십시오.",
    restore:
      "백업을 빈 저장소에 되돌립니다. 전부 확인하기 전에는 아무것도 쓰지 않습니다. --merge는 끊긴 복원을 이어갑니다.\n      --verify는 읽어 보기만 하고, --drill은 메모리에 복원해 봅니다.",
    list: "들어 있는 컴포지션과 큐브의 목록입니다.",
    graph: "컴포지션을 그림으로 보여 줍니다.",
  },
}

const frame = {
  en: {
    head: "cubular: runs compositions of cubes, with the same bytes on every host",
    foot: "Everywhere: --lang ko|en, --help, -h. Alone: --version.\nExit codes: 0 done, 1 a run failed, 2 wrong usage or invalid document, 3 hosts or replays disagree.",
  },
  ko: {
    head: "cubular: 큐브 컴포지션을 실행합니다. 어느 호스트에서나 같은 바이트가 나옵니다",
    foot: "공통: --lang ko|en, --help, -h. 단독: --version.\n종료 코드: 0 완료, 1 실행 실패, 2 잘못된 사용법이나 문서, 3 호스트나 재실행 결과가 서로 다름.",
  },
} as const

/** Help for one command, or for all. */
export function help(lang: Lang, command: string | undefined): string {
  const names = Object.keys(usages) as (keyof typeof usages)[]
  const shown = names.filter((name) => name === command)
  const lines = (shown.length === 0 ? names : shown).map((name) => `  ${usages[name]}\n      ${about[lang][name]}\n`)
  return `${frame[lang].head}\n\n${lines.join("")}\n${frame[lang].foot}\n`
}
