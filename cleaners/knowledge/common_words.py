"""Words that any article may hold, cut to seven letters: sharing them says nothing about what two texts are about."""

from __future__ import annotations

from typing import Final

_STEMS: Final = """
    that with from have this they more said their about which will also been when were after there than what
    people would other time some over preside just into first most like year these only them could while those
    years even many because last before accordi make being through during then such well news made told state
    where much support back reporte need take both should since governm your against includi very called between
    politic states work long still three right country down researc week house know says help nationa continu
    world univers used here provide found high without part good another going same under include differe
    questio officia increas study percent around think next public control develop adminis whether million want
    group however united every believe current less problem come white respons former general conside today life
    number might among communi using already media days program suggest month added does better service several
    times really months early importa associa profess each based announc informa report least recent interna
    publish
    auch sich eine nicht werden sind dass einen einer nach wird einem über oder noch haben aber mehr sein wenn
    durch diese kann unter dann können deutsch schon wurde immer hier dieser keine dabei ihre bereits weitere
    doch wieder sehr gegen seit neue geht damit beim gibt möglich hatte viele muss jahr denn jetzt mensche alle
    zwische sowie jahren sondern zwei eines anderen diesem einfach zeit habe ohne wichtig seine aktuell viel
    dazu soll selbst müssen schnell ihrer zusamme wurden besonde beispie während neuen drei machen andere kein
    dafür welt ersten waren weil heute ihren etwas seiner jahre allem alles leben etwa dort kommt deutlic ende
    finden diesen sogar mich politik denen unterst ganz weiter dies erst natürli unsere liegt davon lassen
    bericht steht allerdi macht bekannt prozent öffentl entwick jedoch interes stehen vergang sagte zudem lange
    eigentl gerade dieses unterne würde sollte ihnen rund große nächste mehrere einmal gemeins sollen deshalb
    laut wäre produkt wegen entspre darüber worden bereich könnte seinen energie wollen sehen letzten versuch
    para como este pero también esta entre persona está sobre años todo dijo hasta parte gobiern tiene cuando
    donde según durante desde además todos después país contra porque naciona ahora esto quien estado hace puede
    polític present están sido antes caso tras momento ante millone especia realiza mundo mismo estos tiempo
    otros acuerdo pues nuevo hacer embargo primera empresa aunque cual comunic tienen pasado solo mayor había
    investi tres menos días lugar encuent sólo resulta princip trabaja ciudad estados será medio algunos hecho
    cada cualqui nuestro sociale trabajo asegura meses familia bien institu cuenta tener otras unos gran muchos
    mientra situaci ellos pública fueron estas otro vida reconoc público sistema primer sino directo mucho
    diferen ello declara podría noticia luego social siempre todas funcion través estar unidos derecho encontr
    partido decir oficial salud forma redes debido ningún organiz tanto utiliza
    mais pelo pela também ainda disse feira segundo anos primeir afirmou foram após nesta governo quando dois
    isso pode depois mesmo além acordo estão trabalh pessoas muito outros ministé apresen fazer seus process
    tribuna defesa essa apenas três hoje maior repúbli onde agora segunda brasile pelos esse decisão qual
    milhões quem meio geral eles partici casa seguran polícia dias duas direito tempo suas semana qualque estava
    seja norte região então assim grupo havia afirma outras pedido grande acontec condena defende outro quarta
    conta quatro desta dinheir terça deve cerca passado convers ação deste rússia lado nova países parlame neste
    teve tinha autorid novo final
    pour dans plus sont cette avec fait comme nous elle tout être encore même leur faire depuis sans aussi alors
    personn deux monde après tous dont préside peut avait était politiq autres déjà pays quelque cela contre
    moins gouvern leurs face économi selon fois avant toujour certain crise grand avoir temps très mondial vous
    rapport toute aujourd nouveau mois organis dire donc représe notre dernier plusieu faut ainsi déclaré raison
    sous beaucou présent mainten pourtan lors notamme nouvell soit place premier nombreu mesure environ populat
    état expliqu égaleme histoir occiden dernièr jamais américa républi semaine autre états jusqu elles situati
    augment pouvoir idée affaire général projet exemple quand toutes unis jours reste doit rien voir conséqu
    vers énergie veut santé compte aurait contrai sera nombre années comment celui font ailleur ceux partie
    chaque possibl premièr climati trois
    della sono dell delle anche alla degli nella questo stato hanno dalla anni essere fatto paese sempre tutti
    secondo perché dall dopo quanto sulla loro stati russia contro ancora questa quello tutto prima proprio
    altro pubblic nell sarebbe così altri quella invece senza stata questi potrebb modo verso abbiamo nelle
    detto rispett cosa quindi paesi dice dove dichiar sull economi mentre maggior anno siamo fine punto mondo
    fare giorni primo sopratt però persone ogni uniti sulle meno molto agli stesso afferma negli dovrebb naziona
    partico infatti fronte repubbl possibi dello situazi ieri dalle sarà aveva sottoli oggi fino molti nuovo
    giornal sicurez scorso crisi rispost necessa ultimi ormai operazi centro allo visto poco diventa giorno
    inizio territo mesi suoi confron nulla consigl causa quel alcuni aver
    также этом будет года президе время которые после того конфлик только более заявил было сейчас области
    продолж может сообщил предста действи говорит чтобы отметил который стороны когда если глава всего словам
    ранее ситуаци через однако этого организ будут человек даже добавил которых направл очень безопас были
    поддерж году возможн украина поэтому министр числе рассказ россией наши председ себя теперь страны необход
    заявлен подчерк стран премьер республ предлож несколь больше государ вопрос быть именно использ россию
    населен среди против граждан отношен прекращ которая эксперт сказал политич являетс экономи могут этот
    противн начала установ один случае докумен условия своих сегодня западны часть есть сотрудн своей произво
    уничтож результ журнали пока всех считает можно лишь свои пострад руковод определ последн пять операци силы
    için daha olarak dedi olduğun olan gibi söyledi sonra fazla konuştu gerekti göre kadar olduğu ifade diye
    önemli eden belirte yapılan veya üzerind ancak arasınd özellik tarafın araştır sadece kullanı nedeniy yüksek
    büyük şekilde ilgili dikkat belirti neden içinde olmadığ vurgula çalışma açıklam yaklaşı yüzde devam ayrıca
    bulunan ortaya diğer nedenle önce yapılma bazı gelen zaman kaydett karşıla bilim bağlı görülen sonrası
    gerçekl sonuçla belirtt şöyle doğru uygulam bulundu edilen yaptığı üyesi değil düzenle edilmes insanla
    durumla birçok konusun artık başladı karşı genel yapıldı olması uzun sistemi oluyor kişiler tercih bunun
    verdiği gösteri bunu dile ardında uygulan etti olabili dışında içerisi yeni üzerine başkanı gereken sorunla
    günlük mutlaka aynı söyleye olmayan yapan altında uygun hakkınd gerekiy yılında bile
    người được không trong cũng biết nhiều đang những trên ngày hiện nhưng phải công theo trước động thành nhân
    điều cùng mình việc thấy thời định chính nhận đồng thực phát quan nhiên khiến trường ngoài sinh hình khác
    nhất hàng rằng nước tuổi đường hành muốn chưa tình ngay cảnh tiếp thương mạng trung sống điểm chia quốc
    chuyện phòng phạm nguyên gian sáng viên khoảng từng liên thông quyết kinh trình dụng thường giải mang giới
    nghĩ đình cuộc sang bình tiếng chức tháng giúp lượng kiến chất biệt toàn cách bằng chứng xuất đáng chúng
    thật bệnh minh tính khách chồng nhìn nhau thêm luôn nghiệp giao thức thân chiều pháp phương dùng ngoại hoạt
    càng thuộc trang hiệu dưới hoàn tham chân tiền phần chạy phía tưởng thích chẳng nghĩa mạnh thắng tiên chết
    chung cuối trạng trai khai chuyển trọng giữa chơi điện đánh thanh khỏi đúng danh chuyên xuống tỉnh tích hiểu
    thôi năng hoặc hưởng quyền thống diện tượng diễn khoa hoàng
    jest tylko przez może były było była jako jego która które którzy których został została zostały oraz także
    również jednak będzie bardzo jeszcze przed ponad podczas między według więcej można kiedy wszyst człowie
    ludzi czasu roku lata latach dnia wtedy teraz nawet poniewa dlatego żeby właśnie zawsze nigdy około wobec
    swoje swoją swoich jednym jedną jedne drugi pierwsz ostatni każdy niektór wiele wielu polsk powiedz mówi
    dodał sprawie prawo rząd kraju świat miejsce osób osoby pracy
    niet voor zijn werd heeft hebben deze door naar maar meer wordt moet moeten kunnen zouden onder tegen tussen
    tijdens volgens omdat waar wanneer alleen veel mensen jaar jaren eerste twee drie nieuwe onze haar daar
    daarom echter altijd nooit gaan gaat komt komen maken gemaakt volgend zegt aldus zich sinds zoals naast
    steeds vooral
    inte från till eller efter också skulle hade blev blir hans hennes deras detta denna dessa många mycket
    mellan över utan varit vara kommer kunna måste någon något några andra första året åren människ säger enligt
    sedan allt bara dock även innan därför samma svenska
    ikke etter også hadde deres dette mange mellom uten være vært måtte noen andre første årene mennesk sier
    ifølge siden bare dermed samme fordi hvor hvordan denne hvis
    havde bliver meget mellem uden været nogen noget siger
"""

COMMON: Final = frozenset(_STEMS.split())
"""English, German, Spanish, Portuguese, French, Italian, Russian, Turkish, Vietnamese, Polish, Dutch, Scandinavian."""
