/**
 * The zones that most people live in, the likeliest first: of those that a query fits equally well, they come first. Beside each,
 * cities that are looked for and name no zone, in the ways that they are written, and abbreviations that no data gives.
 */
export default `
America/New_York NYC Washington Boston Philadelphia Miami Atlanta Orlando Charlotte Pittsburgh Cleveland ワシントン ボストン 华盛顿 波士顿 واشنطن
America/Los_Angeles LA San Francisco Seattle San Diego Las Vegas Portland Sacramento San José サンフランシスコ シアトル 旧金山 西雅图
America/Chicago Houston Dallas Austin San Antonio New Orleans Minneapolis St. Louis Nashville Memphis Milwaukee Kansas City
Europe/London Edinburgh Glasgow Manchester Birmingham Liverpool Leeds Bristol Cardiff Édimbourg Edimburgo
Europe/Berlin Munich München Hamburg Frankfurt Cologne Köln Stuttgart Düsseldorf Leipzig Dresden Hannover Nürnberg Bremen
Europe/Paris Lyon Marseille Toulouse Nice Nantes Bordeaux Lille Strasbourg Straßburg
Asia/Kolkata Calcutta Mumbai Bombay Delhi New Delhi Bangalore Bengaluru Hyderabad Chennai Madras Pune Ahmedabad
Asia/Shanghai 上海 Beijing Peking Pechino Pekín Pékin Shenzhen Guangzhou Chengdu Hangzhou Wuhan Nanjing 北京 深圳 广州 成都 杭州 武汉 南京 بكين
Asia/Tokyo 東京 Osaka Kyoto Yokohama Nagoya Sapporo Fukuoka Kobe 大阪 京都 横浜 名古屋 札幌 福岡 神戸
America/Sao_Paulo Rio de Janeiro Brasília Brasilia Belo Horizonte Curitiba Porto Alegre BRT
Europe/Madrid Barcelona Valencia Sevilla Seville Bilbao Málaga Zaragoza
Europe/Rome Roma Milan Milano Mailand Naples Napoli Neapel Turin Torino Florence Firenze Florenz Bologna Venice Venezia Venedig
America/Toronto Montreal Montréal Ottawa Québec
America/Mexico_City CDMX Guadalajara Monterrey Puebla
America/Denver Boulder Salt Lake City Albuquerque
America/Argentina/Buenos_Aires ART Rosario
Europe/Amsterdam Rotterdam The Hague Den Haag Utrecht Eindhoven
Europe/Warsaw Warszawa Kraków Krakow Cracow Krakau Wrocław Breslau Poznań Gdańsk Danzig Łódź Katowice
Europe/Zurich Geneva Genève Genf Ginevra Basel Bern Lausanne Lugano
Europe/Vienna Wien Graz Salzburg Linz Innsbruck
Europe/Brussels Bruxelles Brussel Antwerp Antwerpen Ghent Gent Bruges Brugge Liège
Europe/Lisbon Lisboa Porto Oporto Braga Coimbra
Europe/Dublin Cork Galway Limerick
Europe/Stockholm Gothenburg Göteborg Malmö
Europe/Moscow Москва St. Petersburg Sankt Petersburg
Europe/Istanbul Ankara Izmir Antalya TRT
Europe/Athens Αθήνα Thessaloniki
Europe/Kyiv Київ Kiev Lviv Odesa Kharkiv
Asia/Jerusalem ירושלים Tel Aviv Haifa תל אביב חיפה تل أبيب
Asia/Dubai Abu Dhabi Sharjah GST أبو ظبي
Asia/Riyadh Jeddah Mecca Medina جدة مكة المدينة
Africa/Cairo Alexandria Giza الإسكندرية الجيزة
Africa/Johannesburg Cape Town Durban Pretoria Kapstadt
Africa/Lagos Abuja Kano
Africa/Nairobi Mombasa
Africa/Casablanca Rabat Marrakesh Marrakech الرباط مراكش
Asia/Singapore SGT
Asia/Hong_Kong 香港 Kowloon 九龙
Asia/Karachi Lahore Islamabad
Asia/Dhaka Chittagong
Asia/Bangkok Chiang Mai Phuket Pattaya ICT
Asia/Jakarta Bandung Surabaya
Asia/Manila Quezon City Cebu PHT
Asia/Ho_Chi_Minh Saigon Hanoi Hà Nội ICT 河内
Asia/Kuala_Lumpur Penang MYT
Asia/Seoul 서울 Busan Incheon 釜山
Asia/Taipei 台北 Kaohsiung 高雄
Australia/Sydney Canberra Newcastle Wollongong
Australia/Melbourne Geelong
Australia/Brisbane Gold Coast Cairns
Australia/Perth Fremantle
Pacific/Auckland Wellington Christchurch
America/Bogota Medellín Cali COT
America/Lima Arequipa PET
America/Santiago Valparaíso CLT
America/Vancouver Victoria Whistler
America/Edmonton Calgary
America/Phoenix Tucson Scottsdale
Asia/Kathmandu NPT
Pacific/Honolulu Hawaii Maui Waikiki
Europe/Prague Praha
Europe/Copenhagen København
Europe/Bucharest București`;
