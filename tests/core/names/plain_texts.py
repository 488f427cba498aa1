"""Plain invented talk in four languages, in which nobody of `texts.PROTECTED` is named: what is found is a false alarm."""

# ruff: noqa: E501  (texts read best as text)

PLAIN = {
    "en": """We lived above the bakery then, all of us in two rooms, and in the winter the warmth came up through the
floor. My grandmother said that a house without bread is a house without a voice. She said many things like that. I was
nine, my brother was six, and the little one could not walk yet. My father worked at the mill by the river and came home
white with flour, so that we laughed at him. On Fridays he carried a sack on his shoulder and sang. I mean he really
sang, loud enough for the whole alley to hear, and the neighbours leaned out and sang too. What I remember of that autumn
is mostly the rain. The river rose, the road to the market was closed, and the price of sugar went up. Then the strikes
began. At first it was only the tram drivers, and the teachers followed, and the men at the mill were the last. There
was a meeting in the yard of the school. I stood on a wall to see. Somebody read a letter aloud, and a woman in a green
scarf raised her hand and asked whether the children would be safe. Nobody answered her. That evening my mother put our
papers, a photograph and a little money into a tin and buried it near the well. She made me learn the place by heart:
nine steps from the fig tree, four from the wall. I have never been so proud. Two days later the trucks came. They
stopped on the bridge, and the soldiers sat on the side of the road and ate, as if it were a picnic. One of them gave me
a biscuit. I still feel ashamed that I took it. In the night we heard shouting, and in the morning the gate of the mill
hung open and the yard was full of shoes. My father did not come home. My mother went from office to office, and at each
of them a polite man told her to return on Monday. The method was always the same. Nothing remains of the mill now. There
is a car park there, and a sign about the history of the river, with three mistakes in it. I went back last summer with my
own daughter. The fig tree is gone, but the well is there, and I counted the steps. I did not dig. Whatever we put in the
ground that night is mine as long as I leave it where it is. Amen to that, my daughter said, and we drove to the sea. We
ate fried fish in a cave of a restaurant, under a metre of old fishing nets, and talked about the crime of forgetting,
about school, about her new job, and about the seeds that she wants to plant in the garden in the spring.""",
    "fr": """Nous habitions alors au-dessus de la boulangerie, tous ensemble dans deux pièces, et l'hiver la chaleur montait
à travers le plancher. Ma grand-mère disait qu'une maison sans pain est une maison sans voix. Elle disait beaucoup de
choses comme celle-là. J'avais neuf ans, mon frère en avait six, et la petite ne marchait pas encore. Mon père travaillait
au moulin, près de la rivière, et il rentrait blanc de farine, ce qui nous faisait rire. Le vendredi, il portait un sac
sur l'épaule et il chantait assez fort pour que toute l'allée l'entende. De cet automne je me rappelle surtout la pluie. La
rivière a monté, la route du marché a été coupée, et le prix du sucre aussi est monté. Ensuite les grèves ont commencé.
D'abord les conducteurs de tramway, puis les maîtres d'école, et ceux du moulin en dernier. Il y a eu une réunion dans la
cour. Je m'étais mise sur un mur pour mieux voir. Quelqu'un a lu une lettre à haute voix, et une femme au foulard vert a
levé la main pour demander si les enfants seraient en sécurité. Personne n'a répondu. Le soir, ma mère a mis nos papiers,
une photo et un peu d'argent dans une boîte qu'elle a enterrée près du puits. Elle m'a fait apprendre l'endroit par cœur :
neuf pas depuis le figuier, quatre depuis le mur. Je n'ai jamais été aussi fière. Deux jours plus tard les camions sont
arrivés. Ils se sont arrêtés sur le pont, et les soldats se sont assis au bord de la route pour manger, comme pour un
pique-nique. L'un d'eux m'a donné un biscuit. J'ai encore honte de l'avoir pris. La nuit, nous avons entendu des cris, et
le matin la grille du moulin était ouverte et la cour pleine de chaussures. Mon père n'est pas rentré. Ma mère est allée de
bureau en bureau, et partout un monsieur poli lui disait de revenir la semaine suivante. C'était une méthode. Il ne reste
rien du moulin. Il y a un parking, et un panneau sur l'histoire de la rivière, avec trois fautes. J'y suis retournée l'été
dernier avec ma fille. Le figuier n'est plus là, mais le puits existe toujours, et j'ai compté les pas. Je n'ai pas creusé.
Ce que nous avons mis en terre cette nuit-là sera à moi tant que je le laisserai où il est. Ma fille a serré ma main et
nous avons roulé jusqu'à la mer. Il faisait froid, l'air était humide, et nous avons mangé des frites dans une cave, en
parlant de l'oubli, de l'école, de l'amour, de son nouveau travail et des graines qu'elle veut mettre au jardin.""",
    "fa": """آن وقت‌ها بالای نانوایی زندگی می‌کردیم، همه با هم در دو اتاق، و زمستان‌ها گرما از کف اتاق بالا می‌آمد.
مادربزرگم می‌گفت خانهٔ بی‌نان خانهٔ بی‌صداست. از این حرف‌ها زیاد می‌زد. من نه سالم بود، برادرم شش سال داشت و آن کوچک‌تر
هنوز راه نمی‌رفت. پدرم در آسیاب کنار رودخانه کار می‌کرد و وقتی به خانه می‌آمد سراپا سفید بود و ما می‌خندیدیم. جمعه‌ها
کیسه‌ای روی دوش می‌گذاشت و آواز می‌خواند، آن‌قدر بلند که همهٔ کوچه می‌شنیدند. از آن پاییز بیشتر باران را به یاد دارم.
آب رودخانه بالا آمد، راه بازار بسته شد و قیمت قند بالا رفت. بعد اعتصاب‌ها شروع شد. اول راننده‌ها، بعد معلم‌ها و آخر از
همه کارگرهای آسیاب. در حیاط مدرسه جلسه‌ای بود. من روی دیوار ایستادم تا ببینم. کسی نامه‌ای را بلند خواند و زنی با روسری
سبز دستش را بالا برد و پرسید آیا بچه‌ها در امان خواهند بود. هیچ‌کس جوابی نداد. آن شب مادرم مدارک ما را با یک عکس و کمی
پول در قوطی گذاشت و نزدیک چاه زیر خاک کرد. مرا وادار کرد جایش را حفظ کنم: نه قدم از درخت انجیر، چهار قدم از دیوار. هیچ
وقت آن‌قدر به خودم افتخار نکرده بودم. دو روز بعد کامیون‌ها آمدند. روی پل ایستادند و سربازها کنار جاده نشستند و غذا
خوردند، انگار به گردش آمده باشند. یکی از آن‌ها به من بیسکویت داد. هنوز از این‌که آن را گرفتم شرم دارم. شب صدای فریاد
شنیدیم و صبح در آسیاب باز مانده بود و حیاط پر از کفش بود. پدرم به خانه نیامد. مادرم از این اداره به آن اداره رفت و همه‌جا
مردی مؤدب به او گفت هفتهٔ بعد بیا. روش کارشان همین بود. او علیه هیچ‌کس شکایت نکرد و با رضایت هیچ‌کس هم ساکت نشد. حالا از
آسیاب چیزی نمانده است. آن‌جا پارکینگ ساخته‌اند و تابلویی دربارهٔ تاریخ رودخانه گذاشته‌اند که سه غلط دارد. تابستان گذشته با
دخترم به آن‌جا برگشتم. درخت انجیر دیگر نبود، ولی چاه سر جایش بود و من قدم‌ها را شمردم. زمین را نکندم. آنچه آن شب در خاک
گذاشتیم تا وقتی همان‌جا باشد مال من است. معنی این حرف را دخترم فهمید و دستم را گرفت. بعد تا کنار دریا رفتیم. هوا سرد بود و
باد می‌آمد. در رستورانی کوچک ماهی سرخ‌کرده خوردیم و از مدرسه، از فراموشی، از کار تازه‌اش و از بذرهایی حرف زدیم که می‌خواهد
بهار آینده در باغچه بکارد. عالی بود. از آن روز هر وقت باران می‌بارد یاد آن کوچه و آن آواز می‌افتم و آرام می‌شوم.""",
    "ar": """كنا نسكن آنذاك فوق المخبز، جميعنا في غرفتين، وفي الشتاء كان الدفء يصعد إلينا من الأرض. كانت جدتي تقول إن
البيت الذي لا خبز فيه بيت لا صوت له. وكانت تقول أشياء كثيرة من هذا القبيل. كنت في التاسعة، وأخي في السادسة، والصغيرة لم
تكن تمشي بعد. كان أبي يعمل في الطاحونة على ضفة النهر، ويعود إلى البيت أبيض من الطحين، فنضحك عليه. وفي أيام الجمعة كان
يحمل كيسا على كتفه ويغني بصوت عال حتى يسمعه كل من في الزقاق. ما أذكره من ذلك الخريف هو المطر قبل كل شيء. ارتفع ماء النهر
وأغلق الطريق إلى السوق وزاد سعر السكر. ثم بدأت الإضرابات. في أول الأمر السائقون، ثم المعلمون، وآخرهم عمال الطاحونة. كان
هناك اجتماع في ساحة المدرسة. وقفت على الجدار لكي أرى. قرأ أحدهم رسالة بصوت مسموع، ورفعت امرأة تلبس وشاحا أخضر يدها وسألت
هل سيكون الأطفال في أمان. لم يجبها أحد. في ذلك المساء وضعت أمي أوراقنا وصورة وقليلا من المال في علبة ودفنتها قرب البئر.
وجعلتني أحفظ المكان عن ظهر قلب: تسع خطوات من شجرة التين وأربع من الجدار. لم أكن فخورة بنفسي هكذا من قبل. بعد يومين جاءت
الشاحنات. وقفت على الجسر، وجلس الجنود على جانب الطريق يأكلون كأنهم في نزهة. أعطاني واحد منهم قطعة بسكويت. وما زلت أخجل
لأنني أخذتها. في الليل سمعنا صراخا، وفي الصباح كان باب الطاحونة مفتوحا والساحة مملوءة بالأحذية. لم يعد أبي إلى البيت.
ذهبت أمي من مكتب إلى مكتب، وفي كل منها رجل مهذب يقول لها أن تعود في الأسبوع القادم. كانت هذه طريقتهم دائما. لم يبق من
الطاحونة شيء. هناك الآن موقف سيارات، ولوحة عن تاريخ النهر فيها ثلاثة أخطاء. عدت إلى المكان في الصيف الماضي مع ابنتي. لم
تعد شجرة التين موجودة، لكن البئر كانت في مكانها، فعددت الخطوات. لم أحفر. ما وضعناه في التراب تلك الليلة لي ما دمت أتركه
حيث هو. فهمت ابنتي معنى هذا الكلام وأمسكت بيدي. ثم ذهبنا بالسيارة إلى البحر. كان الجو باردا والريح قوية. أكلنا السمك في
مطعم صغير وتحدثنا عن المدرسة وعن النسيان وعن عملها الجديد وعن البذور التي تريد أن تزرعها في الحديقة. كان كل شيء على ما
يرام. ومنذ ذلك اليوم كلما نزل المطر تذكرت ذلك الزقاق وذلك الغناء، وعلى قدر ما أتذكر يهدأ قلبي. وعليه أقول لمن يسألني إن
من حقه أن يعرف، وإن علينا أن نحكي.""",
}
