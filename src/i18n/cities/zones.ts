// The tz database 2025b, in the public domain; other names of its zones as in Unicode CLDR 48.2.0.
// Written by test/tools/zone-data.mjs.

/** A zone a line: its country, what it is called, what its clocks are called, and other names that it goes by. */
export default `
CI Africa/Abidjan GMT
GH Africa/Accra GMT
ET Africa/Addis_Ababa EAT
DZ Africa/Algiers CET
ER Africa/Asmara EAT Africa/Asmera
ML Africa/Bamako GMT Africa/Timbuktu
CF Africa/Bangui WAT
GM Africa/Banjul GMT
GW Africa/Bissau GMT
MW Africa/Blantyre CAT
CG Africa/Brazzaville WAT
BI Africa/Bujumbura CAT
EG Africa/Cairo EET/EEST Egypt
MA Africa/Casablanca -
ES Africa/Ceuta CET/CEST
GN Africa/Conakry GMT
SN Africa/Dakar GMT
TZ Africa/Dar_es_Salaam EAT
DJ Africa/Djibouti EAT
CM Africa/Douala WAT
EH Africa/El_Aaiun -
SL Africa/Freetown GMT
BW Africa/Gaborone CAT
ZW Africa/Harare CAT
ZA Africa/Johannesburg SAST
SS Africa/Juba CAT
UG Africa/Kampala EAT
SD Africa/Khartoum CAT
RW Africa/Kigali CAT
CD Africa/Kinshasa WAT
NG Africa/Lagos WAT
GA Africa/Libreville WAT
TG Africa/Lome GMT
AO Africa/Luanda WAT
CD Africa/Lubumbashi CAT
ZM Africa/Lusaka CAT
GQ Africa/Malabo WAT
MZ Africa/Maputo CAT
LS Africa/Maseru SAST
SZ Africa/Mbabane SAST
SO Africa/Mogadishu EAT
LR Africa/Monrovia GMT
KE Africa/Nairobi EAT
TD Africa/Ndjamena WAT
NE Africa/Niamey WAT
MR Africa/Nouakchott GMT
BF Africa/Ouagadougou GMT
BJ Africa/Porto-Novo WAT
ST Africa/Sao_Tome GMT
LY Africa/Tripoli EET Libya
TN Africa/Tunis CET
NA Africa/Windhoek CAT
US America/Adak HST/HDT America/Atka US/Aleutian
US America/Anchorage AKST/AKDT US/Alaska
AI America/Anguilla AST
AG America/Antigua AST
BR America/Araguaina -
AR America/Argentina/Buenos_Aires - America/Buenos_Aires
AR America/Argentina/Catamarca - America/Catamarca America/Argentina/ComodRivadavia
AR America/Argentina/Cordoba - America/Cordoba America/Rosario
AR America/Argentina/Jujuy - America/Jujuy
AR America/Argentina/La_Rioja -
AR America/Argentina/Mendoza - America/Mendoza
AR America/Argentina/Rio_Gallegos -
AR America/Argentina/Salta -
AR America/Argentina/San_Juan -
AR America/Argentina/San_Luis -
AR America/Argentina/Tucuman -
AR America/Argentina/Ushuaia -
AW America/Aruba AST
PY America/Asuncion -
CA America/Atikokan EST America/Coral_Harbour
BR America/Bahia -
MX America/Bahia_Banderas CST
BB America/Barbados AST
BR America/Belem -
BZ America/Belize CST
CA America/Blanc-Sablon AST
BR America/Boa_Vista -
CO America/Bogota -
US America/Boise MST/MDT
CA America/Cambridge_Bay MST/MDT
BR America/Campo_Grande -
MX America/Cancun EST
VE America/Caracas -
GF America/Cayenne -
KY America/Cayman EST
US America/Chicago CST/CDT US/Central CST6CDT
MX America/Chihuahua CST
MX America/Ciudad_Juarez MST/MDT
CR America/Costa_Rica CST
CL America/Coyhaique -
CA America/Creston MST
BR America/Cuiaba -
CW America/Curacao AST
GL America/Danmarkshavn GMT
CA America/Dawson MST
CA America/Dawson_Creek MST
US America/Denver MST/MDT America/Shiprock Navajo US/Mountain MST7MDT
US America/Detroit EST/EDT US/Michigan
DM America/Dominica AST
CA America/Edmonton MST/MDT Canada/Mountain America/Yellowknife
BR America/Eirunepe -
SV America/El_Salvador CST
CA America/Fort_Nelson MST
BR America/Fortaleza -
CA America/Glace_Bay AST/ADT
CA America/Goose_Bay AST/ADT
TC America/Grand_Turk EST/EDT
GD America/Grenada AST
GP America/Guadeloupe AST
GT America/Guatemala CST
EC America/Guayaquil -
GY America/Guyana -
CA America/Halifax AST/ADT Canada/Atlantic
CU America/Havana CST/CDT Cuba
MX America/Hermosillo MST
US America/Indiana/Indianapolis EST/EDT America/Indianapolis America/Fort_Wayne US/East-Indiana
US America/Indiana/Knox CST/CDT America/Knox_IN US/Indiana-Starke
US America/Indiana/Marengo EST/EDT
US America/Indiana/Petersburg EST/EDT
US America/Indiana/Tell_City CST/CDT
US America/Indiana/Vevay EST/EDT
US America/Indiana/Vincennes EST/EDT
US America/Indiana/Winamac EST/EDT
CA America/Inuvik MST/MDT
CA America/Iqaluit EST/EDT America/Pangnirtung
JM America/Jamaica EST Jamaica
US America/Juneau AKST/AKDT
US America/Kentucky/Louisville EST/EDT America/Louisville
US America/Kentucky/Monticello EST/EDT
BQ America/Kralendijk AST
BO America/La_Paz -
PE America/Lima -
US America/Los_Angeles PST/PDT US/Pacific US/Pacific-New PST8PDT
SX America/Lower_Princes AST
BR America/Maceio -
NI America/Managua CST
BR America/Manaus - Brazil/West
MF America/Marigot AST
MQ America/Martinique AST
MX America/Matamoros CST/CDT
MX America/Mazatlan MST Mexico/BajaSur
US America/Menominee CST/CDT
MX America/Merida CST
US America/Metlakatla AKST/AKDT
MX America/Mexico_City CST Mexico/General
PM America/Miquelon -
CA America/Moncton AST/ADT
MX America/Monterrey CST
UY America/Montevideo -
MS America/Montserrat AST
BS America/Nassau EST/EDT
US America/New_York EST/EDT US/Eastern EST5EDT
US America/Nome AKST/AKDT
BR America/Noronha - Brazil/DeNoronha
US America/North_Dakota/Beulah CST/CDT
US America/North_Dakota/Center CST/CDT
US America/North_Dakota/New_Salem CST/CDT
GL America/Nuuk - America/Godthab
MX America/Ojinaga CST/CDT
PA America/Panama EST EST
SR America/Paramaribo -
US America/Phoenix MST US/Arizona MST
HT America/Port-au-Prince EST/EDT
TT America/Port_of_Spain AST
BR America/Porto_Velho -
PR America/Puerto_Rico AST
CL America/Punta_Arenas -
CA America/Rankin_Inlet CST/CDT
BR America/Recife -
CA America/Regina CST Canada/East-Saskatchewan Canada/Saskatchewan
CA America/Resolute CST/CDT
BR America/Rio_Branco - America/Porto_Acre Brazil/Acre
BR America/Santarem -
CL America/Santiago - Chile/Continental
DO America/Santo_Domingo AST
BR America/Sao_Paulo - Brazil/East
GL America/Scoresbysund -
US America/Sitka AKST/AKDT
BL America/St_Barthelemy AST
CA America/St_Johns NST/NDT Canada/Newfoundland
KN America/St_Kitts AST
LC America/St_Lucia AST
VI America/St_Thomas AST America/Virgin
VC America/St_Vincent AST
CA America/Swift_Current CST
HN America/Tegucigalpa CST
GL America/Thule AST/ADT
MX America/Tijuana PST/PDT America/Ensenada Mexico/BajaNorte America/Santa_Isabel
CA America/Toronto EST/EDT America/Montreal Canada/Eastern America/Nipigon America/Thunder_Bay
VG America/Tortola AST
CA America/Vancouver PST/PDT Canada/Pacific
CA America/Whitehorse MST Canada/Yukon
CA America/Winnipeg CST/CDT Canada/Central America/Rainy_River
US America/Yakutat AKST/AKDT
AQ Antarctica/Casey -
AQ Antarctica/Davis -
AQ Antarctica/DumontDUrville -
AU Antarctica/Macquarie AEST/AEDT
AQ Antarctica/Mawson -
AQ Antarctica/McMurdo NZST/NZDT Antarctica/South_Pole
AQ Antarctica/Palmer -
AQ Antarctica/Rothera -
AQ Antarctica/Syowa -
AQ Antarctica/Troll -
AQ Antarctica/Vostok -
SJ Arctic/Longyearbyen CET/CEST Atlantic/Jan_Mayen
YE Asia/Aden -
KZ Asia/Almaty -
JO Asia/Amman -
RU Asia/Anadyr -
KZ Asia/Aqtau -
KZ Asia/Aqtobe -
TM Asia/Ashgabat - Asia/Ashkhabad
KZ Asia/Atyrau -
IQ Asia/Baghdad -
BH Asia/Bahrain -
AZ Asia/Baku -
TH Asia/Bangkok -
RU Asia/Barnaul -
LB Asia/Beirut EET/EEST
KG Asia/Bishkek -
BN Asia/Brunei -
RU Asia/Chita -
LK Asia/Colombo -
SY Asia/Damascus -
BD Asia/Dhaka - Asia/Dacca
TL Asia/Dili -
AE Asia/Dubai -
TJ Asia/Dushanbe -
CY Asia/Famagusta EET/EEST
PS Asia/Gaza EET/EEST
PS Asia/Hebron EET/EEST
VN Asia/Ho_Chi_Minh - Asia/Saigon
HK Asia/Hong_Kong HKT Hongkong
MN Asia/Hovd -
RU Asia/Irkutsk -
ID Asia/Jakarta WIB
ID Asia/Jayapura WIT
IL Asia/Jerusalem IST/IDT Asia/Tel_Aviv Israel
AF Asia/Kabul -
RU Asia/Kamchatka -
PK Asia/Karachi PKT
NP Asia/Kathmandu - Asia/Katmandu
RU Asia/Khandyga -
IN Asia/Kolkata IST Asia/Calcutta
RU Asia/Krasnoyarsk -
MY Asia/Kuala_Lumpur -
MY Asia/Kuching -
KW Asia/Kuwait -
MO Asia/Macau CST Asia/Macao
RU Asia/Magadan -
ID Asia/Makassar WITA Asia/Ujung_Pandang
PH Asia/Manila PST
OM Asia/Muscat -
CY Asia/Nicosia EET/EEST Europe/Nicosia
RU Asia/Novokuznetsk -
RU Asia/Novosibirsk -
RU Asia/Omsk -
KZ Asia/Oral -
KH Asia/Phnom_Penh -
ID Asia/Pontianak WIB
KP Asia/Pyongyang KST
QA Asia/Qatar -
KZ Asia/Qostanay -
KZ Asia/Qyzylorda -
SA Asia/Riyadh -
RU Asia/Sakhalin -
UZ Asia/Samarkand -
KR Asia/Seoul KST ROK
CN Asia/Shanghai CST Asia/Chongqing Asia/Chungking Asia/Harbin PRC
SG Asia/Singapore - Singapore
RU Asia/Srednekolymsk -
TW Asia/Taipei CST ROC
UZ Asia/Tashkent -
GE Asia/Tbilisi -
IR Asia/Tehran - Iran
BT Asia/Thimphu - Asia/Thimbu
JP Asia/Tokyo JST Japan
RU Asia/Tomsk -
MN Asia/Ulaanbaatar - Asia/Ulan_Bator Asia/Choibalsan
CN Asia/Urumqi - Asia/Kashgar
RU Asia/Ust-Nera -
LA Asia/Vientiane -
RU Asia/Vladivostok -
RU Asia/Yakutsk -
MM Asia/Yangon - Asia/Rangoon
RU Asia/Yekaterinburg -
AM Asia/Yerevan -
PT Atlantic/Azores -
BM Atlantic/Bermuda AST/ADT
ES Atlantic/Canary WET/WEST
CV Atlantic/Cape_Verde -
FO Atlantic/Faroe WET/WEST Atlantic/Faeroe
PT Atlantic/Madeira WET/WEST
IS Atlantic/Reykjavik GMT Iceland
GS Atlantic/South_Georgia -
SH Atlantic/St_Helena GMT
FK Atlantic/Stanley -
AU Australia/Adelaide ACST/ACDT Australia/South
AU Australia/Brisbane AEST Australia/Queensland
AU Australia/Broken_Hill ACST/ACDT Australia/Yancowinna
AU Australia/Darwin ACST Australia/North
AU Australia/Eucla -
AU Australia/Hobart AEST/AEDT Australia/Tasmania Australia/Currie
AU Australia/Lindeman AEST
AU Australia/Lord_Howe - Australia/LHI
AU Australia/Melbourne AEST/AEDT Australia/Victoria
AU Australia/Perth AWST Australia/West
AU Australia/Sydney AEST/AEDT Australia/ACT Australia/Canberra Australia/NSW
NL Europe/Amsterdam CET/CEST
AD Europe/Andorra CET/CEST
RU Europe/Astrakhan -
GR Europe/Athens EET/EEST EET
RS Europe/Belgrade CET/CEST
DE Europe/Berlin CET/CEST
SK Europe/Bratislava CET/CEST
BE Europe/Brussels CET/CEST CET MET
RO Europe/Bucharest EET/EEST
HU Europe/Budapest CET/CEST
DE Europe/Busingen CET/CEST
MD Europe/Chisinau EET/EEST Europe/Tiraspol
DK Europe/Copenhagen CET/CEST
IE Europe/Dublin IST/GMT Eire
GI Europe/Gibraltar CET/CEST
GG Europe/Guernsey GMT/BST
FI Europe/Helsinki EET/EEST
IM Europe/Isle_of_Man GMT/BST
TR Europe/Istanbul - Asia/Istanbul Turkey
JE Europe/Jersey GMT/BST
RU Europe/Kaliningrad EET
RU Europe/Kirov MSK
UA Europe/Kyiv EET/EEST Europe/Kiev Europe/Zaporozhye Europe/Uzhgorod
PT Europe/Lisbon WET/WEST Portugal WET
SI Europe/Ljubljana CET/CEST
GB Europe/London GMT/BST Europe/Belfast GB GB-Eire
LU Europe/Luxembourg CET/CEST
ES Europe/Madrid CET/CEST
MT Europe/Malta CET/CEST
AX Europe/Mariehamn EET/EEST
BY Europe/Minsk -
MC Europe/Monaco CET/CEST
RU Europe/Moscow MSK W-SU
NO Europe/Oslo CET/CEST
FR Europe/Paris CET/CEST
ME Europe/Podgorica CET/CEST
CZ Europe/Prague CET/CEST
LV Europe/Riga EET/EEST
IT Europe/Rome CET/CEST
RU Europe/Samara -
SM Europe/San_Marino CET/CEST
BA Europe/Sarajevo CET/CEST
RU Europe/Saratov -
UA Europe/Simferopol MSK
MK Europe/Skopje CET/CEST
BG Europe/Sofia EET/EEST
SE Europe/Stockholm CET/CEST
EE Europe/Tallinn EET/EEST
AL Europe/Tirane CET/CEST
RU Europe/Ulyanovsk -
LI Europe/Vaduz CET/CEST
VA Europe/Vatican CET/CEST
AT Europe/Vienna CET/CEST
LT Europe/Vilnius EET/EEST
RU Europe/Volgograd MSK
PL Europe/Warsaw CET/CEST Poland
HR Europe/Zagreb CET/CEST
CH Europe/Zurich CET/CEST
MG Indian/Antananarivo EAT
IO Indian/Chagos -
CX Indian/Christmas -
CC Indian/Cocos -
KM Indian/Comoro EAT
TF Indian/Kerguelen -
SC Indian/Mahe -
MV Indian/Maldives -
MU Indian/Mauritius -
YT Indian/Mayotte EAT
RE Indian/Reunion -
WS Pacific/Apia -
NZ Pacific/Auckland NZST/NZDT NZ
PG Pacific/Bougainville -
NZ Pacific/Chatham - NZ-CHAT
FM Pacific/Chuuk - Pacific/Truk Pacific/Yap
CL Pacific/Easter - Chile/EasterIsland
VU Pacific/Efate -
TK Pacific/Fakaofo -
FJ Pacific/Fiji -
TV Pacific/Funafuti -
EC Pacific/Galapagos -
PF Pacific/Gambier -
SB Pacific/Guadalcanal -
GU Pacific/Guam ChST
US Pacific/Honolulu HST US/Hawaii Pacific/Johnston HST
KI Pacific/Kanton - Pacific/Enderbury
KI Pacific/Kiritimati -
FM Pacific/Kosrae -
MH Pacific/Kwajalein - Kwajalein
MH Pacific/Majuro -
PF Pacific/Marquesas -
UM Pacific/Midway SST
NR Pacific/Nauru -
NU Pacific/Niue -
NF Pacific/Norfolk -
NC Pacific/Noumea -
AS Pacific/Pago_Pago SST Pacific/Samoa US/Samoa
PW Pacific/Palau -
PN Pacific/Pitcairn -
FM Pacific/Pohnpei - Pacific/Ponape
PG Pacific/Port_Moresby -
CK Pacific/Rarotonga -
MP Pacific/Saipan ChST
PF Pacific/Tahiti -
KI Pacific/Tarawa -
TO Pacific/Tongatapu -
UM Pacific/Wake -
WF Pacific/Wallis -
- UTC UTC/GMT Etc/UTC Etc/UCT Etc/Universal Etc/Zulu UCT Universal Zulu Etc/GMT Etc/GMT+0 Etc/GMT-0 Etc/GMT0 Etc/Greenwich GMT GMT+0 GMT-0 GMT0 Greenwich`;
