/** Who somebody is: the day stem, the month it was born into, the branch it sits on. */
import type { Texts } from "../types.ts"

/** By day stem: a portrait. */
export const DAY_STEMS = {
  "dayStem.gap": {
    ko: "나를 나타내는 일간 {stem:은} 곧게 자라는 큰 나무입니다. 한번 뿌리내린 자리에서 하늘 쪽으로만 키를 키우기에, 시작하는 힘과 굽히지 않는 뜻이 먼저 눈에 띕니다.",
    en: "Your day stem is {stem}: a tall tree. It roots itself once and then grows in a single direction, so what people notice first is a gift for beginnings and a certain reluctance to bend.",
  },
  "dayStem.eul": {
    ko: "나를 나타내는 일간 {stem:은} 담을 타고 오르는 덩굴이자 들꽃입니다. 부드러워 보여도 바람에 눕고는 다시 일어나니, 사람과 상황의 결을 읽어 길을 내는 솜씨가 있습니다.",
    en: "Your day stem is {stem}: a climbing vine, a flower in open grass. It lies down under the wind and gets up again, and it reads the grain of people and situations before choosing where to grow.",
  },
  "dayStem.byeong": {
    ko: "나를 나타내는 일간 {stem:은} 하늘 한가운데의 해입니다. 누구에게나 고루 비치려 하고 숨기는 일을 어려워해서, 들어서는 자리마다 온도가 조금 올라갑니다.",
    en: "Your day stem is {stem}: the sun at its height. It shines on everyone alike and hides things badly, and most rooms grow a little warmer when it walks in.",
  },
  "dayStem.jeong": {
    ko: "나를 나타내는 일간 {stem:은} 촛불이나 화로처럼 한곳을 깊이 데우는 불입니다. 멀리까지 번쩍이지는 않아도, 곁에 있는 사람이 그 온기를 가장 먼저 압니다.",
    en: "Your day stem is {stem}: a candle, a hearth. It does not dazzle from afar, but it warms one place thoroughly, and those who sit close are the first to know.",
  },
  "dayStem.mu": {
    ko: "나를 나타내는 일간 {stem:은} 넓게 앉은 산입니다. 쉽게 놀라지 않고 많은 것을 품어서, 사람들이 길을 잃었을 때 먼저 바라보는 쪽에 서 있습니다.",
    en: "Your day stem is {stem}: a broad mountain. It is hard to startle and makes room for much, which is why people look toward it when they have lost their way.",
  },
  "dayStem.gi": {
    ko: "나를 나타내는 일간 {stem:은} 볕이 드는 논밭의 흙입니다. 앞에 나서기보다 받아서 길러 내는 쪽이고, 남의 씨앗도 내 것처럼 돌보는 마음이 있습니다.",
    en: "Your day stem is {stem}: tilled ground in the sun. It would sooner grow things than show itself, and it tends other people's seeds as if they were its own.",
  },
  "dayStem.gyeong": {
    ko: "나를 나타내는 일간 {stem:은} 아직 벼리지 않은 쇠, 혹은 바위입니다. 옳고 그름을 흐리게 두지 못하고 맺고 끊음이 또렷해서, 겪어 본 사람일수록 믿음을 둡니다.",
    en: "Your day stem is {stem}: raw iron, or rock. It cannot leave right and wrong blurred, it finishes what it starts and ends what is over, and trust in it tends to grow with acquaintance.",
  },
  "dayStem.sin": {
    ko: "나를 나타내는 일간 {stem:은} 세공을 마친 보석이자 날 선 칼입니다. 보는 눈이 높고 감각이 예민해서, 남들이 지나치는 작은 흠과 작은 아름다움을 함께 봅니다.",
    en: "Your day stem is {stem}: a cut gem, a honed blade. Its eye is exacting and its senses fine, so it sees the small flaw and the small beauty that others walk past.",
  },
  "dayStem.im": {
    ko: "나를 나타내는 일간 {stem:은} 큰 강이고 바다입니다. 한곳에 고여 있기를 싫어하고 생각의 폭이 넓어서, 낯선 것 앞에서 겁보다 궁금함이 앞섭니다.",
    en: "Your day stem is {stem}: a great river, the sea. It dislikes standing still and thinks in wide sweeps, and before something strange its curiosity usually arrives ahead of its fear.",
  },
  "dayStem.gye": {
    ko: "나를 나타내는 일간 {stem:은} 안개와 이슬, 소리 없이 내리는 비입니다. 드러내기보다 스며들며, 말해지지 않은 마음을 먼저 알아차립니다.",
    en: "Your day stem is {stem}: mist, dew, rain that falls without a sound. It seeps in rather than announcing itself, and it often knows what has not been said.",
  },
} as const satisfies Texts

/** By day stem: how that nature may be lived. */
export const DAY_STEM_WAYS = {
  "dayStem.gap.way": {
    ko: "나무가 크려면 가지를 쳐 주는 손과 기다려 주는 계절이 함께 필요합니다. 꺾이는 것과 휘어 주는 것은 다르다는 사실을 기억하면 뜻이 더 멀리 갑니다.",
    en: "A tree needs both the hand that prunes it and the season that waits for it. Yielding is not the same as breaking, and a will that knows the difference travels further.",
  },
  "dayStem.eul.way": {
    ko: "기댈 곳을 잘 찾는 것은 약함이 아니라 재능입니다. 다만 무엇을 향해 뻗을지를 스스로 정할 때 그 재능이 제 이름을 얻습니다.",
    en: "Finding something to lean on is a talent, not a weakness. It comes into its own once you have decided for yourself what you are climbing toward.",
  },
  "dayStem.byeong.way": {
    ko: "해도 날마다 집니다. 환하게 쓴 만큼 쉬는 밤을 일과에 넣어 두면 밝음이 오래갑니다.",
    en: "Even the sun sets daily. Write the night into the timetable, and the brightness lasts.",
  },
  "dayStem.jeong.way": {
    ko: "작은 불은 심지가 있어야 꺼지지 않습니다. 마음을 쏟을 일 하나를 분명히 정해 둘 때 섬세함은 흔들림이 아니라 집중이 됩니다.",
    en: "A small flame needs a wick. With one thing clearly chosen to burn for, sensitivity stops flickering and becomes concentration.",
  },
  "dayStem.mu.way": {
    ko: "산은 움직이지 않는 대신 물길과 숲을 들입니다. 품기만 하지 말고 흘려보낼 길을 내 두면 듬직함이 답답함으로 굳지 않습니다.",
    en: "A mountain stays put and lets streams and forests do the moving. Leave a way out for what you carry, and steadiness will not harden into stubbornness.",
  },
  "dayStem.gi.way": {
    ko: "밭에도 쉬어 가는 해가 있습니다. 누구의 씨앗을 얼마나 받을지 정하는 울타리가 있어야 흙이 기름집니다.",
    en: "Fields, too, lie fallow. A fence that settles whose seeds you take, and how many, is what keeps the soil rich.",
  },
  "dayStem.gyeong.way": {
    ko: "쇠는 불을 만나 연장이 됩니다. 나를 달구는 사람이나 일을 피하지 않을 때 단단함은 고집이 아니라 쓸모가 됩니다.",
    en: "Iron becomes a tool in the fire. Do not avoid the people and tasks that heat you; they turn hardness into use.",
  },
  "dayStem.sin.way": {
    ko: "맑은 물에 씻긴 보석이 가장 빛납니다. 나를 재는 눈금을 조금 느슨하게 두고 가진 것을 밖으로 흘려보낼 때 빛이 제대로 납니다.",
    en: "A gem shines best when water runs over it. Loosen the scale on which you weigh yourself and let what you have flow outward; the light takes care of itself.",
  },
  "dayStem.im.way": {
    ko: "물은 둑이 있어서 강이 됩니다. 스스로 정한 약속 몇 가지가 그 넓이를 흩어지지 않게 잡아 줍니다.",
    en: "Banks are what make water a river. A few promises of your own making keep that breadth from spilling away.",
  },
  "dayStem.gye.way": {
    ko: "비는 제때 내릴 때 고맙습니다. 혼자 짐작하며 머금기보다 알맞은 때에 말로 내려놓으면 마음이 가벼워지고 곁도 자랍니다.",
    en: "Rain is welcome when it is on time. Said at the right moment instead of held and guessed over, what you know lightens you and lets others grow.",
  },
} as const satisfies Texts

/** By month branch: the season that surrounds the birth. */
export const MONTHS = {
  "month.ja": {
    ko: "태어난 달은 자월(子月), 밤이 가장 긴 한겨울입니다. 겉은 얼어 있어도 볕은 이미 되돌아오기 시작한 때라 조용한 시작의 기운을 안고 있습니다.",
    en: "You were born in the Rat month, midwinter, when nights are longest. The surface is frozen, yet the light has already begun its return, and something of that quiet beginning stays with you.",
  },
  "month.chuk": {
    ko: "태어난 달은 축월(丑月), 추위가 가장 깊으면서 봄을 바로 앞둔 때입니다. 언 흙이 씨앗을 감싸고 있으니 참고 갈무리하는 힘이 바탕에 놓입니다.",
    en: "You were born in the Ox month, the deepest cold on the very eve of spring. Frozen ground wraps the seed, and patience of that sort lies at the bottom of this chart.",
  },
  "month.in": {
    ko: "태어난 달은 인월(寅月), 입춘과 함께 열리는 첫 봄입니다. 바람은 아직 차지만 땅이 들썩이는 때여서 먼저 나서려는 기운이 배어 있습니다.",
    en: "You were born in the Tiger month, the first of spring. The wind is still cold but the ground is stirring, and a readiness to go first has soaked in.",
  },
  "month.myo": {
    ko: "태어난 달은 묘월(卯月), 새순이 한꺼번에 돋는 봄 한가운데입니다. 연하지만 막을 수 없는 생기가 이 사주의 공기를 이룹니다.",
    en: "You were born in the Rabbit month, the middle of spring, when everything sprouts at once. A tender and unstoppable liveliness is the air of this chart.",
  },
  "month.jin": {
    ko: "태어난 달은 진월(辰月), 봄비가 논을 적시는 늦봄입니다. 젖은 흙 속에 여러 기운이 섞여 있어 가능성이 많고, 속을 한마디로 말하기 어렵습니다.",
    en: "You were born in the Dragon month, late spring, when rain fills the paddies. Many things are mixed in that wet earth, which makes for possibilities and resists summary.",
  },
  "month.sa": {
    ko: "태어난 달은 사월(巳月), 여름의 문이 열리는 때입니다. 볕이 하루가 다르게 길어지니 드러나고 뻗으려는 힘이 앞섭니다.",
    en: "You were born in the Snake month, when the door of summer opens. The light lengthens daily, and with it the wish to be seen and to spread.",
  },
  "month.o": {
    ko: "태어난 달은 오월(午月), 해가 가장 높이 뜨는 한여름입니다. 무엇이든 활짝 피는 때이고, 그 절정 속에 식어 갈 씨앗도 이미 들어 있습니다.",
    en: "You were born in the Horse month, the height of summer. Everything stands in full bloom, and the first grain of cooling already lies inside it.",
  },
  "month.mi": {
    ko: "태어난 달은 미월(未月), 더위가 흙 속까지 밴 늦여름입니다. 뜨겁게 마른 땅이 가을을 준비하니 열의와 참을성이 함께 있습니다.",
    en: "You were born in the Goat month, late summer, when heat has sunk into the soil. Dry ground is getting ready for autumn there: ardour and endurance side by side.",
  },
  "month.sin": {
    ko: "태어난 달은 신월(申月), 아침 바람이 달라지는 초가을입니다. 무성하던 것을 거두기 시작하는 때라 가리고 정리하는 기운이 들어옵니다.",
    en: "You were born in the Monkey month, early autumn, when the morning wind turns. The gathering-in begins, and with it a taste for sorting and deciding.",
  },
  "month.yu": {
    ko: "태어난 달은 유월(酉月), 열매가 여물고 하늘이 맑아지는 가을 한가운데입니다. 군더더기를 덜어 낸 또렷함이 이 사주의 배경입니다.",
    en: "You were born in the Rooster month, mid-autumn, when fruit ripens and the sky clears. The background of this chart has that stripped, distinct quality.",
  },
  "month.sul": {
    ko: "태어난 달은 술월(戌月), 들판을 비우고 불씨를 갈무리하는 늦가을입니다. 거둔 것을 지키려는 마음과 쓸쓸함을 아는 깊이가 함께 있습니다.",
    en: "You were born in the Dog month, late autumn, when fields are emptied and embers banked. There is care for what has been gathered, and some acquaintance with solitude.",
  },
  "month.hae": {
    ko: "태어난 달은 해월(亥月), 첫얼음이 어는 초겨울입니다. 물이 깊어지고 숲이 잠들면서 그 속에 이듬해의 나무가 숨어듭니다.",
    en: "You were born in the Pig month, the first of winter. The waters deepen, the woods fall asleep, and next year's growth goes into hiding inside them.",
  },
} as const satisfies Texts

/** By how the day stem's element fares in that month (왕상휴수사). */
export const SEASONS = {
  "season.own": {
    ko: "달의 기운과 나의 기운이 같은 {me}이니 제철을 만났습니다. 애써 꾸미지 않아도 자기다움이 앞서 나옵니다.",
    en: "The month is made of the same {me} as you are: you arrived in season, and being yourself takes little effort.",
  },
  "season.fed": {
    ko: "달의 {month:이} 나의 {me:을} 낳아 주니 뒤에서 밀어 주는 바람이 있습니다. 배우고 도움받는 일이 자연스러운 쪽입니다.",
    en: "The month's {month} feeds your {me}, a wind from behind; learning and being helped come naturally.",
  },
  "season.feeding": {
    ko: "나의 {me:이} 달의 {month:을} 낳으니 계절을 길러 내느라 힘을 내어 주는 자리입니다. 내놓는 만큼 채우는 시간도 챙길 만합니다.",
    en: "Your {me} feeds the month's {month}: you are in a giving position, and time to refill belongs in the bargain.",
  },
  "season.taming": {
    ko: "나의 {me:이} 달의 {month:을} 다루어야 하는데 상대가 제철이라 만만치 않습니다. 서두르지 않고 다루는 법을 익히며 크는 자리입니다.",
    en: "Your {me} is set to manage the month's {month}, which is at its strongest just then; skill grows here by not hurrying.",
  },
  "season.tamed": {
    ko: "달의 {month:이} 나의 {me:을} 다스리는 계절이라 바깥의 요구가 먼저 느껴집니다. 일찍 철이 들고, 버티는 법을 몸으로 배우기 쉽습니다.",
    en: "The month's {month} holds your {me} in check, so the world's demands are felt early, and endurance is learned by doing.",
  },
} as const satisfies Texts

/** By ten god of the day branch: the inner room. */
export const DAY_BRANCHES = {
  "dayBranch.bigyeon": {
    ko: "내가 앉은 자리인 일지에는 비견이 있습니다. 속 깊은 곳에 어깨를 나란히 할 동무를 두고 싶어 하고, 가까운 사이일수록 대등하기를 바랍니다.",
    en: "In the day branch, the inner room, sits the Companion. You want someone shoulder to shoulder, and the closer the bond, the more equal you wish it to be.",
  },
  "dayBranch.geopjae": {
    ko: "일지의 겁재는 가까운 사람과도 은근히 겨루며 크는 마음입니다. 지기 싫은 마음을 함께 이기는 쪽으로 돌리면 든든한 추진력이 됩니다.",
    en: "The day branch holds Rob Wealth, a quiet rivalry even with those one loves. Turned toward winning together, it is a sturdy engine.",
  },
  "dayBranch.siksin": {
    ko: "일지에 식신이 앉아 있으니 먹고 만들고 나누는 즐거움이 생활의 한가운데 있습니다. 편안한 하루를 꾸릴 줄 아는 자리입니다.",
    en: "The day branch holds the Eating God: the pleasures of cooking, making and sharing stand at the centre of daily life, and you know how to furnish a comfortable day.",
  },
  "dayBranch.sanggwan": {
    ko: "일지의 상관은 속에 말과 재주를 쌓아 둔 자리입니다. 틀에 갇히면 답답해하지만, 표현할 곳을 얻으면 누구보다 생생해집니다.",
    en: "The day branch holds the Hurting Officer, a store of words and talents. Boxed in, it chafes; given somewhere to speak, it comes vividly alive.",
  },
  "dayBranch.pyeonjae": {
    ko: "일지의 편재는 넓은 판에서 움직이며 기회를 살피는 마음입니다. 가까운 사람과는 재미와 활기를 나누고 싶어 합니다.",
    en: "The day branch holds Indirect Wealth, an eye that roams over wide ground. With those close to you, it wants lively company more than ceremony.",
  },
  "dayBranch.jeongjae": {
    ko: "일지의 정재는 제 손으로 가꾼 것을 아끼는 마음입니다. 생활의 작은 약속을 지키는 데서 애정이 드러납니다.",
    en: "The day branch holds Direct Wealth, a fondness for what one has tended with one's own hands. Affection shows itself in small promises kept.",
  },
  "dayBranch.pyeongwan": {
    ko: "일지의 편관은 스스로를 다그치는 자리입니다. 긴장을 벗 삼아 일을 해내지만, 집에서만큼은 갑옷을 벗어 두는 연습이 어울립니다.",
    en: "The day branch holds the Seven Killings, a taskmaster within. It gets things done on tension alone; at home, at least, the armour may come off.",
  },
  "dayBranch.jeonggwan": {
    ko: "일지의 정관은 반듯함이 몸에 밴 자리입니다. 믿을 수 있는 사람이고 싶어 하고, 가까운 사이에서도 예의를 잊지 않습니다.",
    en: "The day branch holds the Direct Officer: uprightness as second nature. You wish to be someone others can count on, and keep your manners even with intimates.",
  },
  "dayBranch.pyeonin": {
    ko: "일지의 편인은 혼자 생각을 삭이는 방이 하나 있다는 뜻입니다. 직관이 깊어서 설명보다 알아차림이 먼저 옵니다.",
    en: "The day branch holds Indirect Resource, a private room for turning things over. Intuition runs deep there, and knowing tends to come before explaining.",
  },
  "dayBranch.jeongin": {
    ko: "일지의 정인은 돌봄을 받고 또 돌보는 자리입니다. 배운 것을 차곡차곡 쌓으며, 이해받는다고 느낄 때 가장 너그러워집니다.",
    en: "The day branch holds Direct Resource, the place of being cared for and of caring. What is learned is laid up in order, and being understood makes you generous.",
  },
} as const satisfies Texts

/** By stage of the day stem on the day branch (12운성). */
export const DAY_STAGES = {
  "dayStage.jangsaeng": {
    ko: "열두 운성으로는 장생(長生)에 앉았습니다. 갓 태어난 아이의 맑은 기운이라, 새로 배우는 일 앞에서 얼굴이 밝아집니다.",
    en: "Among the twelve stages the day stem sits on Birth, with the clearness of a newborn; your face brightens before something new to learn.",
  },
  "dayStage.mogyok": {
    ko: "열두 운성으로는 목욕(沐浴)에 앉았습니다. 거울 앞에서 자기를 알아 가는 때처럼 멋과 호기심, 얼마간의 변덕이 함께 있습니다.",
    en: "Among the twelve stages the day stem sits on the Bath, the age of mirrors: style, curiosity and a measure of changing one's mind.",
  },
  "dayStage.gwandae": {
    ko: "열두 운성으로는 관대(冠帶), 처음 관을 쓴 젊은이의 자리입니다. 자존심이 앞서는 만큼 제 몫을 해내려는 마음도 큽니다.",
    en: "Among the twelve stages the day stem sits on Coming of Age, a youth with his first hat: proud, and resolved to be worth it.",
  },
  "dayStage.geollok": {
    ko: "열두 운성으로는 건록(建祿), 제 밥그릇을 제 손으로 채우는 자리입니다. 기대기보다 스스로 서는 쪽이 편합니다.",
    en: "Among the twelve stages the day stem sits on Office, filling its own bowl with its own hands; standing suits it better than leaning.",
  },
  "dayStage.jewang": {
    ko: "열두 운성으로는 제왕(帝旺), 오를 만큼 오른 자리입니다. 이끄는 힘이 큰 만큼 물러설 때를 아는 것이 품위가 됩니다.",
    en: "Among the twelve stages the day stem sits on its Prime, as high as the climb goes. It leads easily; knowing when to step back is its elegance.",
  },
  "dayStage.soe": {
    ko: "열두 운성으로는 쇠(衰), 한창때를 한 발 지난 노련한 자리입니다. 나서기보다 살피고, 모험보다 경험을 믿습니다.",
    en: "Among the twelve stages the day stem sits one step past its prime, on Decline: seasoned, watchful, more inclined to trust experience than adventure.",
  },
  "dayStage.byeong": {
    ko: "열두 운성의 이름은 병(病)이지만 실제의 병이 아니라 기운이 안으로 숨는 때를 가리킵니다. 남의 아픔에 먼저 마음이 가는 자리로 읽습니다.",
    en: "The stage beneath the day stem is called Sickness, which means no illness but energy gone inward; it is read as a place of sympathy.",
  },
  "dayStage.sa": {
    ko: "열두 운성의 이름이 사(死)라 무섭게 들리지만, 움직임이 멎고 생각이 깊어지는 때를 말합니다. 한 가지를 끝까지 파고드는 힘으로 읽습니다.",
    en: "The stage beneath the day stem bears the stern name of Death; it only means that motion stops and thought goes deep. One subject, followed to the end, suits it.",
  },
  "dayStage.myo": {
    ko: "열두 운성으로는 묘(墓), 거둔 것을 곳간에 들이는 자리입니다. 아끼고 모으며 속을 쉽게 열지 않습니다.",
    en: "Among the twelve stages the day stem sits on the Tomb, which is really a storehouse: it saves, it keeps, and it does not open at the first knock.",
  },
  "dayStage.jeol": {
    ko: "열두 운성으로는 절(絶), 한 줄기가 끝나고 다음 줄기를 기다리는 자리입니다. 비울 줄 알고, 마음이 자주 새로 시작합니다.",
    en: "Among the twelve stages the day stem sits on Severance, between one line and the next; it knows how to let go, and its heart begins again often.",
  },
  "dayStage.tae": {
    ko: "열두 운성으로는 태(胎), 아직 이름 없는 씨앗의 자리입니다. 상상이 앞서고, 마음이 놓일 때 비로소 자랍니다.",
    en: "Among the twelve stages the day stem sits on Conception, a seed without a name yet: imagination leads, and growth waits until it feels safe.",
  },
  "dayStage.yang": {
    ko: "열두 운성으로는 양(養), 품에서 길러지는 자리입니다. 서두르지 않고 준비하며 돌봄 속에서 힘을 얻습니다.",
    en: "Among the twelve stages the day stem sits on Nurture, carried and not yet hurried; preparation and care are where its strength comes from.",
  },
} as const satisfies Texts
