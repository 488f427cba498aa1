"""Invented interviews in four languages: ones in which a name slipped through, marked ⟦so⟧, and plain ones.

The narrator of the leaking ones is sealed as below. Everyday names in the plain texts are not hers.
"""

# ruff: noqa: E501  (texts read best as text)

import re

from archive.core.spans import Span

SEALED = ("Maryam Hosseini", "Gholamreza", "Saeed Karimi", "+98 912 555 0147", "mina.k@post.example")
PROTECTED = (
    "Maryam",
    "Hosseini",
    "Reza",
    "Ali",
    "Amin",
    "Zahra",
    "Karim",
    "Mina",
    "Saeed",
    "Sara",
    "Khosrow",
    "Jafar",
)


def marked(text: str) -> tuple[str, list[Span]]:
    """A text without its marks, and the places that were marked."""
    plain, places = "", []
    for piece in re.split(r"(⟦.*?⟧)", text, flags=re.DOTALL):
        if piece.startswith("⟦"):
            places.append(Span(len(plain), len(plain) + len(piece) - 2))
        plain += piece.strip("⟦⟧")
    return plain, places


LEAKS = {
    "en-1": """They came for us before dawn, in two cars without plates. My mother called from the stairs:
“⟦Mariam⟧, put on your shoes!” I remember that the kitchen light was still on and the bread was warm. The officer
had a list and read from it slowly: ⟦Husseini⟧, father's name ⟦Gholam-Reza⟧, born in the valley. Nobody said a word
in the car. At the mill we were told to wait. My cousin ⟦Said⟧ was already there, sitting on the floor, his hands
tied. He looked at me and shook his head, so I did not greet him. Later the guards called me number nine and nobody
used a name again until the spring. When they let me go I had one phone number in my head, ⟦0912 555 0147⟧, and I said
it to myself on the way down. ⟦MARYAM⟧ is free, my aunt wrote on the wall of the bakery, and she had to wash it off the
same night. I still think of the mill when I smell flour.""",
    "en-2": """Question: How did the families find each other? Answer: By letters at first. One of them, ⟦Saʿid⟧’s
wife, had kept a school book with addresses. We wrote to everybody in it. The answer from the ministry was always the
same: no such person. Then somebody typed a list and signed it M a r y… no, I should not say. All right, it was signed
⟦M a r y a m⟧, in big letters with spaces, like a game. The second list was worse, because the printer had broken the
words: ⟦Hos-
seini⟧ stood on two lines and below it ⟦Karimi⟧'s sons. I told them to burn it. We met in the ⟦Hoseyni⟧ house, upstairs,
with the curtains drawn, and drank tea. They could write to us at ⟦mina.k@post.example⟧ but nobody dared. Many years
later I saw the list again in a film, and the name of ⟦Мaryam⟧ was still there, with a coffee stain on the last letter.
I had to leave the room. The film maker never knew why.""",
    "fr-1": """C'était la maison d'⟦Hosseïni⟧, tout le monde le savait dans le quartier. On y entrait par la cour, sous le
figuier. Ma tante disait que la petite ⟦Meryem⟧ ne devait jamais ouvrir la porte. Ce matin-là elle l'a ouverte. Ils
étaient quatre, polis, presque gênés. Ils ont demandé après ⟦Gholam Reza⟧, et comme il n'était pas là ils ont pris son
neveu ⟦Saïd⟧, qui dormait encore. Je me souviens des chaussures qu'il a mises à l'envers. Pendant des semaines nous
n'avons rien su. À la mairie on nous disait de revenir lundi, et le lundi on nous disait jeudi. Un jour un homme a
téléphoné : il a seulement dit que l'ami de ⟦Karimi⟧ était vivant. Ma mère a mis la table pour douze. Elle a chanté, elle
qui ne chantait jamais. Je n'ai pas osé lui dire que ce pouvait être un autre. Plus tard, dans le camion, j'ai entendu
crier mon vrai nom, ⟦Mariam⟧, et je n'ai pas répondu.""",
    "fr-2": """Je préfère qu'on m'appelle la couturière. Mais dans le procès-verbal il y a écrit ⟦HOSSEINI⟧, en capitales,
et plus bas « la dénommée ⟦Maryame⟧ ». Le juge ne m'a pas regardée. Il lisait, il tournait les pages, il demandait l'heure.
Mon avocat, un homme très jeune, avait mal aux dents. On m'a reproché d'avoir cousu des drapeaux, d'avoir hébergé
l'étudiant ⟦Saeïd⟧, d'avoir porté du pain à la prison. Tout cela était vrai, sauf les drapeaux. Le +⟦98 (912) 555-01-47⟧ était
noté sur un papier qu'ils ont trouvé dans la doublure. J'ai dit que c'était le numéro du dentiste. Personne n'a ri. La
sentence est tombée avant midi. Dehors, il pleuvait, et la fille de ⟦Gholâmrezâ⟧ m'attendait avec un parapluie bleu. Elle
m'a dit : « Viens, ⟦Maryam⟧-jan, on rentre. » Nous avons marché jusqu'à la gare sans parler. Le train avait une heure de
retard, comme toujours dans ce pays.""",
    "fa-1": """صبح زود بود که در زدند. مادرم از پله‌ها صدا زد: ⟦مریم⟧‌جان، بیدار شو. من هنوز خواب بودم. چند نفر
در حیاط ایستاده بودند و یکی از آن‌ها کاغذی در دست داشت و می‌خواند: خانوادهٔ ⟦حسینی⟧، طبقهٔ دوم. پدرم گفت اشتباه
آمده‌اید، ولی کسی گوش نکرد. پسرعمویم ⟦سعید⟧ را هم از خانهٔ روبه‌رو آوردند. در ماشین هیچ‌کس حرف نزد. مرا به آسیاب
قدیمی بردند و تا شب همان‌جا نگه داشتند. بازجو پرسید ⟦غلامرضا⟧ کجاست و من گفتم نمی‌دانم. راست می‌گفتم. هفته‌ها بعد
مادر ⟦سعيد⟧ به ملاقات آمد و برایم لباس گرم آورد. روی پاکت نوشته بود برای ⟦مريم⟧، و نگهبان آن را پاره کرد. شمارهٔ
⟦۰۹۱۲ ۵۵۵ ۰۱۴۷⟧ را از حفظ بودم و هر شب با خودم تکرار می‌کردم. بهار که شد آزادم کردند. در خیابان کسی مرا نشناخت. نان
خریدم و پیاده به خانه رفتم و هنوز هم بوی آرد مرا به آن روزها برمی‌گرداند.""",
    "fa-2": """پرسش: خانواده‌ها چگونه همدیگر را پیدا کردند؟ پاسخ: اول با نامه. زن ⟦سعید⟧ دفترچه‌ای داشت که نشانی‌ها
در آن بود. برای همه نوشتیم. جواب همیشه یکی بود: چنین کسی نداریم. بعد یک نفر فهرستی تایپ کرد و زیرش نوشت ⟦م ر ی م⟧، با
فاصله، مثل بازی. من گفتم این را بسوزانید. شب‌ها در خانهٔ ⟦حُسِینی⟧‌ها جمع می‌شدیم، پرده‌ها کشیده، با چای و نان. یک بار
⟦غلام‌رضا⟧ هم آمد و چیزی نگفت و زود رفت. می‌گفتند پسرش را در شهر دیده‌اند. به ⟦کریمی⟧ نامه نوشتیم، از او هم خبری نشد.
سال‌ها بعد آن فهرست را در یک فیلم دیدم و اسم ⟦مـریـم⟧ هنوز آن پایین بود. از سالن بیرون آمدم. دخترم پرسید چه شده، گفتم
سرم درد می‌کند. آن شب ⟦مریم⟧م را صدا می‌زدم، یعنی خودم را، آن دختر جوان را که در آسیاب مانده بود. می‌دانم عجیب است، ولی
آدم گاهی دلش برای خودش تنگ می‌شود.""",
    "ar-1": """جاؤوا قبل الفجر في سيارتين بلا لوحات. نادت أمي من الدرج: يا ⟦مريم⟧، البسي حذاءك. كان ضوء المطبخ
مضاء والخبز ساخنا. كان الضابط يحمل قائمة ويقرأ منها ببطء: بيت ال⟦حسيني⟧، الطابق الثاني. قال أبي إنكم أخطأتم، لكن
أحدا لم يسمع. كان ابن عمي ⟦سعيد⟧ هناك، جالسا على الأرض ويداه مقيدتان. نظر إلي وهز رأسه، فلم أسلم عليه. بعد أيام
سألوني عن ⟦غلام رضا⟧ فقلت لا أعرف، وكنت صادقة في ذلك. ثم جاءت امرأة تسأل عني ول⟦مريم⟧ معطف في يدها، فأخذه الحارس ولم
يعطني شيئا. كنت أحفظ رقما واحدا هو ⟦٠٩١٢٥٥٥٠١٤٧⟧ وأردده كل ليلة. حين خرجت في الربيع لم يعرفني أحد في الشارع. اشتريت
خبزا ومشيت إلى البيت. وحتى اليوم تعيدني رائحة الطحين إلى تلك الأيام.""",
    "ar-2": """سؤال: كيف وجدت العائلات بعضها بعضا؟ جواب: بالرسائل أولا. كانت زوجة ⟦كريمي⟧ تحتفظ بدفتر فيه عناوين،
فكتبنا إلى الجميع. وكان الجواب دائما واحدا: لا يوجد عندنا شخص بهذا الاسم. ثم طبع أحدهم قائمة وكتب تحتها ⟦مَرْيَم⟧ بخط
كبير. قلت لهم أحرقوها. كنا نجتمع في بيت ⟦حسيني⟧ في الطابق العلوي والستائر مغلقة، ونشرب الشاي. وفي إحدى الليالي جاء
⟦غلامرضا⟧ ولم يقل شيئا وانصرف مسرعا. سمعنا أن أخاه و⟦سعيد⟧ كانا في المدينة. بعد سنوات رأيت القائمة في فيلم، وكان
اسم ⟦مــريــم⟧ ما زال فيها. خرجت من القاعة ومشيت تحت المطر. لم يعرف المخرج السبب. سألتني ابنتي ماذا حدث فقلت إن رأسي
يؤلمني. لا أحب أن أحكي هذه الحكاية، لكن من حق الناس أن يعرفوا ما جرى في الطاحونة القديمة وفي القرى التي حولها.""",
}
