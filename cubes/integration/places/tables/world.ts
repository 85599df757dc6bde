/** Capitals (1) and other cities (2): country | rank | Korean | English | also called | zone | longitude | latitude, in degrees. See ../SOURCES.md. */
export const world = `
AD|1|안도라라베야|Andorra la Vella||Europe/Andorra|1.521|42.508
AE|1|아부다비|Abu Dhabi||Asia/Dubai|54.397|24.451
AE|2|두바이|Dubai||Asia/Dubai|55.309|25.077
AF|1|카불|Kabul||Asia/Kabul|69.172|34.528
AG|1|세인트존스|Saint John's||America/Antigua|-61.843|17.121
AL|1|티라나|Tirana||Europe/Tirane|19.819|41.328
AM|1|예레반|Yerevan||Asia/Yerevan|44.514|40.181
AO|1|루안다|Luanda||Africa/Luanda|13.234|-8.837
AR|1|부에노스아이레스|Buenos Aires||America/Argentina/Buenos_Aires|-58.377|-34.613
AT|1|빈|Vienna|비엔나|Europe/Vienna|16.372|48.208
AU|1|캔버라|Canberra||Australia/Sydney|149.128|-35.283
AU|2|멜버른|Melbourne||Australia/Melbourne|144.963|-37.814
AU|2|브리즈번|Brisbane||Australia/Brisbane|153.028|-27.468
AU|2|시드니|Sydney||Australia/Sydney|151.207|-33.868
AZ|1|바쿠|Baku||Asia/Baku|49.892|40.378
BA|1|사라예보|Sarajevo||Europe/Sarajevo|18.356|43.849
BB|1|브리지타운|Bridgetown||America/Barbados|-59.62|13.107
BD|1|다카|Dhaka||Asia/Dhaka|90.407|23.71
BE|1|브뤼셀|Brussels||Europe/Brussels|4.349|50.85
BF|1|와가두구|Ouagadougou||Africa/Ouagadougou|-1.534|12.366
BG|1|소피아|Sofia||Europe/Sofia|23.324|42.698
BH|1|마나마|Manama||Asia/Bahrain|50.586|26.228
BI|1|기테가|Gitega||Africa/Bujumbura|29.925|-3.427
BJ|1|포르토노보|Porto-Novo||Africa/Porto-Novo|2.604|6.496
BN|1|반다르스리브가완|Bandar Seri Begawan||Asia/Brunei|114.94|4.89
BO|1|수크레|Sucre||America/La_Paz|-65.263|-19.033
BR|1|브라질리아|Brasilia||America/Sao_Paulo|-47.93|-15.78
BR|2|리우데자네이루|Rio de Janeiro||America/Sao_Paulo|-43.182|-22.906
BR|2|상파울루|São Paulo|Sao Paulo|America/Sao_Paulo|-46.636|-23.547
BS|1|나소|Nassau||America/Nassau|-77.343|25.058
BT|1|팀푸|Thimphu||Asia/Thimphu|89.642|27.466
BW|1|가보로네|Gaborone||Africa/Gaborone|25.909|-24.655
BY|1|민스크|Minsk||Europe/Minsk|27.567|53.9
BZ|1|벨모판|Belmopan||America/Belize|-88.767|17.25
CA|1|오타와|Ottawa||America/Toronto|-75.698|45.411
CA|2|몬트리올|Montreal|Montréal|America/Toronto|-73.588|45.509
CA|2|밴쿠버|Vancouver||America/Vancouver|-123.119|49.25
CA|2|토론토|Toronto||America/Toronto|-79.416|43.7
CD|1|킨샤사|Kinshasa||Africa/Kinshasa|15.314|-4.328
CF|1|방기|Bangui||Africa/Bangui|18.555|4.361
CG|1|브라자빌|Brazzaville||Africa/Brazzaville|15.283|-4.266
CH|1|베른|Bern||Europe/Zurich|7.447|46.948
CH|2|제네바|Geneva|Genève|Europe/Zurich|6.146|46.202
CH|2|취리히|Zurich|Zürich|Europe/Zurich|8.55|47.367
CI|1|야무수크로|Yamoussoukro||Africa/Abidjan|-5.277|6.821
CL|1|산티아고|Santiago||America/Santiago|-70.648|-33.457
CM|1|야운데|Yaoundé||Africa/Douala|11.517|3.867
CN|1|베이징|Beijing|북경|Asia/Shanghai|116.397|39.908
CN|2|광저우|Guangzhou||Asia/Shanghai|113.25|23.117
CN|2|상하이|Shanghai|상해|Asia/Shanghai|121.458|31.222
CN|2|선양|Shenyang|심양|Asia/Shanghai|123.433|41.792
CN|2|옌지|Yanji|연길|Asia/Shanghai|129.508|42.908
CN|2|하얼빈|Harbin||Asia/Shanghai|126.65|45.75
CO|1|보고타|Bogotá||America/Bogota|-74.082|4.61
CR|1|산호세|San Jose||America/Costa_Rica|-84.083|9.933
CU|1|아바나|Havana||America/Havana|-82.383|23.133
CV|1|프라이아|Praia||Atlantic/Cape_Verde|-23.513|14.932
CY|1|니코시아|Nicosia||Asia/Famagusta|33.364|35.175
CZ|1|프라하|Prague||Europe/Prague|14.421|50.088
DE|1|베를린|Berlin||Europe/Berlin|13.411|52.524
DE|2|뮌헨|Munich|München|Europe/Berlin|11.575|48.137
DE|2|프랑크푸르트|Frankfurt am Main|Frankfurt|Europe/Berlin|8.684|50.116
DE|2|함부르크|Hamburg||Europe/Berlin|9.993|53.551
DJ|1|지부티|Djibouti||Africa/Djibouti|43.145|11.589
DK|1|코펜하겐|Copenhagen||Europe/Copenhagen|12.566|55.676
DM|1|로조|Roseau||America/Dominica|-61.388|15.302
DO|1|산토도밍고|Santo Domingo||America/Santo_Domingo|-69.892|18.472
DZ|1|알제|Algiers||Africa/Algiers|3.087|36.732
EC|1|키토|Quito||America/Guayaquil|-78.525|-0.23
EE|1|탈린|Tallinn||Europe/Tallinn|24.754|59.437
EG|1|카이로|Cairo||Africa/Cairo|31.25|30.063
ER|1|아스마라|Asmara||Africa/Asmara|38.932|15.338
ES|1|마드리드|Madrid||Europe/Madrid|-3.703|40.417
ES|2|바르셀로나|Barcelona||Europe/Madrid|2.159|41.389
ET|1|아디스아바바|Addis Ababa||Africa/Addis_Ababa|38.747|9.025
FI|1|헬싱키|Helsinki||Europe/Helsinki|24.935|60.17
FJ|1|수바|Suva||Pacific/Fiji|178.441|-18.142
FM|1|팔리키르|Palikir||Pacific/Pohnpei|158.161|6.925
FR|1|파리|Paris||Europe/Paris|2.349|48.853
GA|1|리브르빌|Libreville||Africa/Libreville|9.454|0.392
GB|1|런던|London||Europe/London|-0.126|51.509
GD|1|세인트조지스|Saint George's||America/Grenada|-61.752|12.053
GE|1|트빌리시|Tbilisi||Asia/Tbilisi|44.834|41.694
GH|1|아크라|Accra||Africa/Accra|-0.197|5.556
GM|1|반줄|Banjul||Africa/Banjul|-16.578|13.453
GN|1|코나크리|Conakry||Africa/Conakry|-13.677|9.538
GQ|1|말라보|Malabo||Africa/Malabo|8.782|3.756
GR|1|아테네|Athens||Europe/Athens|23.728|37.984
GT|1|과테말라시티|Guatemala City||America/Guatemala|-90.513|14.641
GW|1|비사우|Bissau||Africa/Bissau|-15.598|11.864
GY|1|조지타운|Georgetown||America/Guyana|-58.155|6.804
HK|1|홍콩|Hong Kong||Asia/Hong_Kong|114.175|22.278
HN|1|테구시갈파|Tegucigalpa||America/Tegucigalpa|-87.207|14.082
HR|1|자그레브|Zagreb||Europe/Zagreb|15.978|45.814
HT|1|포르토프랭스|Port-au-Prince||America/Port-au-Prince|-72.339|18.543
HU|1|부다페스트|Budapest||Europe/Budapest|19.04|47.498
ID|1|자카르타|Jakarta||Asia/Jakarta|106.845|-6.215
IE|1|더블린|Dublin||Europe/Dublin|-6.249|53.333
IL|2|예루살렘|Jerusalem||Asia/Jerusalem|35.216|31.769
IN|1|뉴델리|New Delhi||Asia/Kolkata|77.224|28.636
IN|2|뭄바이|Mumbai||Asia/Kolkata|72.883|19.073
IQ|1|바그다드|Baghdad||Asia/Baghdad|44.401|33.341
IR|1|테헤란|Tehran||Asia/Tehran|51.422|35.694
IS|1|레이캬비크|Reykjavík||Atlantic/Reykjavik|-21.895|64.135
IT|1|로마|Rome||Europe/Rome|12.511|41.892
IT|2|밀라노|Milan||Europe/Rome|9.19|45.464
JM|1|킹스턴|Kingston||America/Jamaica|-76.794|17.997
JO|1|암만|Amman||Asia/Amman|35.945|31.955
JP|1|도쿄|Tokyo|동경|Asia/Tokyo|139.692|35.69
JP|2|교토|Kyoto||Asia/Tokyo|135.754|35.021
JP|2|나고야|Nagoya||Asia/Tokyo|136.906|35.181
JP|2|삿포로|Sapporo||Asia/Tokyo|141.35|43.067
JP|2|오사카|Osaka||Asia/Tokyo|135.502|34.694
JP|2|후쿠오카|Fukuoka||Asia/Tokyo|130.417|33.6
KE|1|나이로비|Nairobi||Africa/Nairobi|36.817|-1.283
KG|1|비슈케크|Bishkek||Asia/Bishkek|74.59|42.87
KH|1|프놈펜|Phnom Penh||Asia/Phnom_Penh|104.916|11.562
KI|1|타라와|Tarawa||Pacific/Tarawa|172.977|1.328
KM|1|모로니|Moroni||Indian/Comoro|43.255|-11.702
KN|1|바스테르|Basseterre||America/St_Kitts|-62.725|17.296
KP|1|평양|Pyongyang||Asia/Pyongyang|125.754|39.034
KP|2|개성|Kaesŏng|Kaesong|Asia/Pyongyang|126.554|37.971
KP|2|신의주|Sinŭiju|Sinuiju|Asia/Pyongyang|124.398|40.101
KP|2|원산|Wŏnsan|Wonsan|Asia/Pyongyang|127.444|39.153
KP|2|청진|Chongjin||Asia/Pyongyang|129.776|41.796
KP|2|함흥|Hamhŭng|Hamhung|Asia/Pyongyang|127.536|39.918
KP|2|해주|Haeju||Asia/Pyongyang|125.715|38.041
KW|1|쿠웨이트시티|Kuwait City||Asia/Kuwait|47.978|29.37
KZ|1|아스타나|Astana||Asia/Almaty|71.446|51.18
KZ|2|알마티|Almaty||Asia/Almaty|76.929|43.257
LA|1|비엔티안|Vientiane||Asia/Vientiane|102.6|17.967
LB|1|베이루트|Beirut||Asia/Beirut|35.502|33.893
LC|1|캐스트리스|Castries||America/St_Lucia|-61.006|13.996
LI|1|파두츠|Vaduz||Europe/Vaduz|9.522|47.142
LK|1|콜롬보|Colombo||Asia/Colombo|79.849|6.935
LR|1|몬로비아|Monrovia||Africa/Monrovia|-10.797|6.301
LS|1|마세루|Maseru||Africa/Maseru|27.483|-29.317
LT|1|빌뉴스|Vilnius||Europe/Vilnius|25.28|54.689
LU|1|룩셈부르크|Luxembourg||Europe/Luxembourg|6.13|49.612
LV|1|리가|Riga||Europe/Riga|24.106|56.946
LY|1|트리폴리|Tripoli||Africa/Tripoli|13.187|32.887
MA|1|라바트|Rabat||Africa/Casablanca|-6.833|34.013
MC|1|모나코|Monaco||Europe/Monaco|7.417|43.733
MD|1|키시너우|Chisinau||Europe/Chisinau|28.858|47.006
ME|1|포드고리차|Podgorica||Europe/Podgorica|19.264|42.441
MG|1|안타나나리보|Antananarivo||Indian/Antananarivo|47.536|-18.914
MH|1|마주로|Majuro||Pacific/Majuro|171.38|7.09
MK|1|스코페|Skopje||Europe/Skopje|21.431|41.996
ML|1|바마코|Bamako||Africa/Bamako|-8|12.65
MM|1|네피도|Naypyidaw||Asia/Yangon|96.13|19.745
MM|2|양곤|Yangon||Asia/Yangon|96.156|16.805
MN|1|울란바토르|Ulaanbaatar||Asia/Ulaanbaatar|106.883|47.908
MO|1|마카오|Macau||Asia/Macau|113.546|22.201
MR|1|누악쇼트|Nouakchott||Africa/Nouakchott|-15.978|18.086
MT|1|발레타|Valletta||Europe/Malta|14.515|35.9
MU|1|포트루이스|Port Louis||Indian/Mauritius|57.499|-20.162
MV|1|말레|Male||Indian/Maldives|73.509|4.175
MW|1|릴롱궤|Lilongwe||Africa/Blantyre|33.787|-13.967
MX|1|멕시코시티|Mexico City||America/Mexico_City|-99.128|19.428
MY|1|쿠알라룸푸르|Kuala Lumpur||Asia/Kuala_Lumpur|101.687|3.141
MZ|1|마푸투|Maputo||Africa/Maputo|32.583|-25.966
NA|1|빈트후크|Windhoek||Africa/Windhoek|17.083|-22.559
NE|1|니아메|Niamey||Africa/Niamey|2.11|13.514
NG|1|아부자|Abuja||Africa/Lagos|7.495|9.058
NI|1|마나과|Managua||America/Managua|-86.25|12.133
NL|1|암스테르담|Amsterdam||Europe/Amsterdam|4.89|52.374
NO|1|오슬로|Oslo||Europe/Oslo|10.746|59.913
NP|1|카트만두|Kathmandu||Asia/Kathmandu|85.321|27.702
NR|1|야렌|Yaren||Pacific/Nauru|166.925|-0.551
NZ|1|웰링턴|Wellington||Pacific/Auckland|174.776|-41.287
NZ|2|오클랜드|Auckland||Pacific/Auckland|174.763|-36.849
OM|1|무스카트|Muscat||Asia/Muscat|58.408|23.584
PA|1|파나마시티|Panama City||America/Panama|-79.52|8.994
PE|1|리마|Lima||America/Lima|-77.028|-12.043
PG|1|포트모르즈비|Port Moresby||Pacific/Port_Moresby|147.151|-9.477
PH|1|마닐라|Manila||Asia/Manila|120.982|14.604
PK|1|이슬라마바드|Islamabad||Asia/Karachi|73.043|33.721
PL|1|바르샤바|Warsaw||Europe/Warsaw|21.012|52.23
PR|1|산후안|San Juan||America/Puerto_Rico|-66.106|18.466
PS|2|라말라|Ramallah||Asia/Hebron|35.204|31.9
PT|1|리스본|Lisbon||Europe/Lisbon|-9.133|38.717
PW|1|응게룰무드|Ngerulmud||Pacific/Palau|134.624|7.501
PY|1|아순시온|Asunción||America/Asuncion|-57.647|-25.286
QA|1|도하|Doha||Asia/Qatar|51.531|25.285
RO|1|부쿠레슈티|Bucharest||Europe/Bucharest|26.106|44.432
RS|1|베오그라드|Belgrade||Europe/Belgrade|20.465|44.804
RU|1|모스크바|Moscow||Europe/Moscow|37.616|55.752
RU|2|블라디보스토크|Vladivostok||Asia/Vladivostok|131.874|43.106
RU|2|상트페테르부르크|Saint Petersburg|St Petersburg|Europe/Moscow|30.314|59.939
RU|2|하바롭스크|Khabarovsk||Asia/Vladivostok|135.084|48.483
RW|1|키갈리|Kigali||Africa/Kigali|30.059|-1.95
SA|1|리야드|Riyadh||Asia/Riyadh|46.722|24.688
SB|1|호니아라|Honiara||Pacific/Guadalcanal|159.95|-9.433
SC|1|빅토리아|Victoria||Indian/Mahe|55.455|-4.62
SD|1|하르툼|Khartoum||Africa/Khartoum|32.532|15.552
SE|1|스톡홀름|Stockholm||Europe/Stockholm|18.069|59.329
SG|1|싱가포르|Singapore||Asia/Singapore|103.85|1.29
SI|1|류블랴나|Ljubljana||Europe/Ljubljana|14.505|46.051
SK|1|브라티슬라바|Bratislava||Europe/Bratislava|17.107|48.148
SL|1|프리타운|Freetown||Africa/Freetown|-13.236|8.487
SM|1|산마리노|San Marino||Europe/San_Marino|12.446|43.937
SN|1|다카르|Dakar||Africa/Dakar|-17.444|14.694
SO|1|모가디슈|Mogadishu||Africa/Mogadishu|45.344|2.037
SR|1|파라마리보|Paramaribo||America/Paramaribo|-55.167|5.866
SS|1|주바|Juba||Africa/Juba|31.582|4.852
ST|1|상투메|São Tomé||Africa/Sao_Tome|6.727|0.337
SV|1|산살바도르|San Salvador||America/El_Salvador|-89.187|13.689
SY|1|다마스쿠스|Damascus||Asia/Damascus|36.291|33.51
SZ|1|음바바네|Mbabane||Africa/Mbabane|31.133|-26.317
TD|1|은자메나|N'Djamena||Africa/Ndjamena|15.044|12.107
TG|1|로메|Lomé||Africa/Lome|1.222|6.129
TH|1|방콕|Bangkok||Asia/Bangkok|100.501|13.754
TJ|1|두샨베|Dushanbe||Asia/Dushanbe|68.779|38.536
TL|1|딜리|Dili||Asia/Dili|125.574|-8.559
TM|1|아시가바트|Ashgabat||Asia/Ashgabat|58.383|37.95
TN|1|튀니스|Tunis||Africa/Tunis|10.166|36.819
TO|1|누쿠알로파|Nuku'alofa||Pacific/Tongatapu|-175.202|-21.139
TR|1|앙카라|Ankara||Europe/Istanbul|32.854|39.92
TR|2|이스탄불|Istanbul||Europe/Istanbul|28.95|41.014
TT|1|포트오브스페인|Port of Spain||America/Port_of_Spain|-61.519|10.667
TV|1|푸나푸티|Funafuti||Pacific/Funafuti|179.194|-8.524
TW|1|타이베이|Taipei||Asia/Taipei|121.532|25.048
TW|2|가오슝|Kaohsiung||Asia/Taipei|120.313|22.616
TZ|1|도도마|Dodoma||Africa/Dar_es_Salaam|35.739|-6.172
UA|1|키이우|Kyiv|키예프|Europe/Kyiv|30.524|50.455
UG|1|캄팔라|Kampala||Africa/Kampala|32.582|0.316
US|1|워싱턴|Washington|Washington DC,워싱턴 DC|America/New_York|-77.036|38.895
US|2|뉴욕|New York City|New York|America/New_York|-74.006|40.714
US|2|댈러스|Dallas||America/Chicago|-96.807|32.783
US|2|로스앤젤레스|Los Angeles|LA|America/Los_Angeles|-118.244|34.052
US|2|보스턴|Boston||America/New_York|-71.06|42.358
US|2|샌프란시스코|San Francisco||America/Los_Angeles|-122.419|37.775
US|2|시애틀|Seattle||America/Los_Angeles|-122.332|47.606
US|2|시카고|Chicago||America/Chicago|-87.65|41.85
US|2|애틀랜타|Atlanta||America/New_York|-84.388|33.749
US|2|호놀룰루|Honolulu||Pacific/Honolulu|-157.858|21.307
US|2|휴스턴|Houston||America/Chicago|-95.363|29.763
UY|1|몬테비데오|Montevideo||America/Montevideo|-56.188|-34.903
UZ|1|타슈켄트|Tashkent||Asia/Tashkent|69.216|41.265
VA|1|바티칸 시국|Vatican City||Europe/Vatican|12.454|41.903
VC|1|킹스타운|Kingstown||America/St_Vincent|-61.227|13.155
VE|1|카라카스|Caracas||America/Caracas|-66.879|10.488
VN|1|하노이|Hanoi||Asia/Bangkok|105.841|21.025
VN|2|호찌민|Ho Chi Minh City|호치민|Asia/Ho_Chi_Minh|106.63|10.823
VU|1|포트빌라|Port-Vila||Pacific/Efate|168.314|-17.736
WS|1|아피아|Apia||Pacific/Apia|-171.767|-13.833
XK|1|프리슈티나|Pristina||Europe/Belgrade|21.167|42.673
YE|1|사나|Sanaa||Asia/Aden|44.207|15.355
ZA|1|프리토리아|Pretoria||Africa/Johannesburg|28.188|-25.745
ZA|2|요하네스버그|Johannesburg||Africa/Johannesburg|28.044|-26.202
ZA|2|케이프타운|Cape Town||Africa/Johannesburg|18.423|-33.926
ZM|1|루사카|Lusaka||Africa/Lusaka|28.287|-15.407
ZW|1|하라레|Harare||Africa/Harare|31.053|-17.828
`
