"""Everyday words that sound or look like a name: they are read only as they are spelt.

Found by holding two hundred common names against the commonest words of the four languages. A Latin word
with a capital inside a sentence is read in full all the same: “I met Said”. A word that is itself a usual
spelling of a name must never stand here: that name would be missed.
"""

from archive.core.names.titles import table

EVERYDAY = table("""
    many side sides mine mines crime reached remain remains method methods nor scheme schemes semi valid
    seed seeds allies cave caves metre metres sheriff sheriffs ally fried slim arch amid feared amen
    alley forehead freed shady gala said theyd camel camels alloy allie hale humid dine glee goalie
    mania walled ominous slime semen hella ramen sera seras mettre mettra semaine semaines monsieur
    amour maitre maitres froid froide froides methode methodes allais mene menes menee menees alliee
    alliees allee allees amene amenes serre serres mienne miennes ramene helas schema schemas humide
    humides sienne siennes emmene saine saines valide valides cine cede arrache amer amere arche gouffre
    halle halles gelee manie careme renes paresse
    حالا فعالیت طریق عالی معنی معنای نیمه امر فعلی کارش حدی فهمیدم فهمید فهمیده معنا بارش عمرم عمرش
    عمرت عمره عمرمون زیاده معنایی معانی سریعا معنیش الی حالات فردای صید بنادر بازده گلیم طریقه طریقت
    مانعی بمانی بمانیم حاله فعالی نورتون فرامین بارونی معنیه کمانی اعلی غرش عرش قرش حالت لحاله بحاله
    وحاله الحاله الحالات لدینا ولدینا لیله اللیله ولیله رویه الرویه لرویه برویه سبعه السبعه العیش العالی
    عمرها عمرک صعبه الصعبه صعبا سریه السریه سریعه السریعه عامین العامین طریقها طریقهم طریقک طریقنا
    الطریق الطریقه بطریق بطریقه بالطریق بمعنی المعنی المعانی معناه معناها بالمعنی ردا رده رزا الصعید
    صعید المناعه وعلی وعلینا وعلیها وعلیهم حده حدا الاعلی لاعلی باعلی بالاعلی ظهره ظهرا یوصف دینه دینهم
    حصن نسیر بشارع المنصرم سبا منه الرضاعه علیه علیها علیهم علیهن علینا علیک علیکم علیهما رضایت العمر
    جمالها حبیبها حبیبک سری سریع صبح کوه
""")
PLACES = table("""
    yemen rennes seine lille amiens nimes crimea crimee nike jeffrey geoffrey geoffroy maine navarre
    samoa hanoi siemens alla ala
    المانی المانیا ورامین کندا وکندا نورمان الفرید حسینیه
""")
