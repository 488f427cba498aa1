"""English: titles, offices and the words for people; given names only to tell he from she."""

from __future__ import annotations

from archive.ingest.rules.table import lines, phrases, words

TITLES = {
    **dict.fromkeys(
        words(
            """mr mr. monsignor congressman chairman sir lord father fr imam sheikh shaykh prince king brother
            mullah brigadier"""
        ),
        "m",
    ),
    **dict.fromkeys(
        words(
            """mrs mrs. ms ms. miss madam lady dame sister princess queen baroness mme
            congresswoman chairwoman councilwoman"""
        ),
        "f",
    ),
    **dict.fromkeys(
        words("""dr dr. prof prof. professor doctor judge justice senator sen. rep. congressman ambassador
        president minister general gen. colonel col. captain capt. major lieutenant lt. sergeant sgt.
        admiral bishop archbishop cardinal pastor rev rev. reverend rabbi ayatollah chancellor
        commissioner rapporteur chair governor mayor councillor cllr cllr. amb amb.
        atty hon hon. secretary-general prosecutor secretary deputy inspector officer
        brigadier commander excellency"""),
        "?",
    ),
}
FORMER = words(
    """former ex- late then- acting interim outgoing incoming deputy vice vice- senior chief leading
    prominent veteran then current ex new assistant associate honorary founding lead renowned noted
    exiled retired"""
)
ROLES = words(
    """president president-elect vice-president minister secretary secretary-general rapporteur ambassador
    envoy representative spokesperson spokesman spokeswoman director director-general head chief chair
    chairman chairwoman chairperson co-chair co-founder founder member leader lawyer attorney advocate
    judge prosecutor barrister solicitor counsel professor scholar historian researcher academic lecturer
    author writer poet novelist journalist reporter correspondent editor columnist filmmaker artist
    photographer actor singer activist campaigner dissident defender organiser organizer coordinator
    co-ordinator expert specialist analyst adviser advisor consultant doctor physician surgeon nurse
    psychologist psychiatrist teacher headteacher prefect sub-prefect counsellor attaché student farmer
    worker engineer economist sociologist anthropologist pathologist archivist librarian candidate senator
    congressman congresswoman parliamentarian mp mep deputy lawmaker councillor mayor governor
    commissioner premier chancellor king queen prince princess general colonel captain major officer
    commander bishop archbishop priest pastor imam mufti rabbi cleric monk nun delegate official diplomat
    chargé
    ombudsman ombudswoman laureate survivor witness prisoner detainee hostage refugee exile widow widower
    mother father sister brother son daughter wife husband grandmother grandfather uncle aunt cousin niece
    nephew grandson granddaughter chairholder curator manager executive ceo treasurer investigator
    defendant accused plaintiff juror vicar chaplain bishop archbishop cardinal magistrate monitor speaker
    moderator participant fellow partner trustee interpreter translator baker carpenter miner fisherman
    shopkeeper driver publisher clerk notary registrar jurist theologian philosopher statistician
    physicist scientist planner novelist defendant plaintiff accused juror bailiff vicar chaplain deacon
    abbot abbess sexton superior provincial printer actor actress unionist playwright musician pianist
    composer sculptor painter architect rector dean principal vice-chair vice-chairman vice-chairwoman
    high-commissioner undersecretary"""
)
FEMALE = (
    "mother sister daughter wife widow grandmother aunt niece granddaughter woman girl nun queen princess"
)
MALE = (
    "father brother son husband widower grandfather uncle nephew grandson man boy monk king prince fisherman"
)
KIN = words(
    """mother father sister brother daughter son wife husband widow widower grandmother grandfather aunt
    uncle niece nephew granddaughter grandson cousin"""
)
EITHER = """survivor witness official source spokesperson resident villager protester demonstrator neighbour
    neighbor relative colleague participant organiser organizer speaker victim detainee prisoner
    refugee activist lawyer judge minister president rapporteur expert envoy ambassador prosecutor
    director chair chairperson head mayor commissioner delegate representative teacher student
    doctor nurse journalist reporter author professor historian researcher campaigner defender
    leader deputy senator secretary secretary-general diplomat officer commander guard soldier
    policeman moderator interviewer attendee narrator child parent adviser advisor premier
    chancellor governor mp lawmaker analyst writer poet academic pathologist archivist curator
    coordinator investigator veteran grandchild orphan poet farmer worker editor counsel chief exile
    dissident bishop priest priest imam pastor person"""
SEVERAL = """people women men mothers fathers sisters brothers sons daughters widows parents relatives
    families survivors witnesses officials sources residents villagers protesters demonstrators
    neighbours neighbors participants organisers organizers speakers victims detainees prisoners
    refugees activists lawyers judges ministers experts envoys ambassadors prosecutors delegates
    representatives teachers students doctors nurses journalists reporters professors historians
    researchers campaigners defenders leaders deputies senators diplomats officers guards soldiers
    police attendees crowd children youths supporters members lawmakers parliamentarians mps mayors
    academics scholars personalities dignitaries politicians exiles scientists artists writers poets
    musicians singers rapporteurs observers critics opponents veterans workers farmers unionists
    clerics dissidents campaigners marchers mourners friends colleagues analysts advocates
    investigators guests organisations organizations
    groups ngos associations governments"""
ALSO_VERBS = words("heads chairs fellows monitors partners fathers mothers")
PEOPLE = {
    **{f"{role}s": "p" for role in ROLES | set(EITHER.split()) if f"{role}s" not in ALSO_VERBS},
    **dict.fromkeys(EITHER.split(), "?"),
    **dict.fromkeys(SEVERAL.split(), "p"),
    **dict.fromkeys(FEMALE.split(), "f"),
    **dict.fromkeys(MALE.split(), "m"),
    "spokeswoman": "f",
    "chairwoman": "f",
    "congresswoman": "f",
    "spokesman": "m",
    "chairman": "m",
    "congressman": "m",
}
ROLE_LINKS = words("of for on to at in with from and &")
PARTICLES = words(
    "de da di du del della des la le van von der den ter ten bin ibn ben al el abu ould y dos das zu"
)
UNNAMED_LEADS = words(
    "other others several many some dozens hundreds scores various numerous two three four five six"
)
LIST_LEADS = lines(
    """speakers included | speakers were | speakers including | participants including |
    dignitaries including | speakers include | participants included | panellists included |
    panelists included | guests included | attendees included | among the speakers were |
    among those who spoke were | among those attending were | among those present were |
    among the participants were | attended by | joined by | addressed by |
    speakers at the event included | speakers at the conference included | also spoke |
    also speaking were | also taking the floor were | also taking part were | also present were |
    also attending were | heard from | with the participation of | presentations by | speeches by |
    statements by | contributions from | testimony from | testimonies from | remarks by |
    panel included | were among the speakers | were among the participants"""
)
ATTENDING = words(
    """spoke speaks speaking addressed addresses addressing attended attends attending participated
    participates moderated chaired presided opened presented delivered joined testified introduced
    hosted took performed greeted read recited keynote welcomed told appeared"""
)
MODES = {
    **phrases(
        video="""video | via video | by video | video conference | videoconference | video-conference |
            video link | videolink | video-link | video message | video address | videotaped message |
            recorded message | by zoom | via zoom | over zoom | online | virtually | live stream |
            livestream | remotely | via satellite | by satellite | satellite link | on screen""",
        telephone="""by telephone | by phone | over the phone | over the telephone | telephone interview |
            phone interview | telephone call | phone call | telephone line | phone line |
            reached by telephone | via telephone""",
        written="""in writing | written statement | written message | written testimony |
            written submission | in a letter | his letter | her letter | by letter | sent a letter |
            sent a message | a message sent | in an email | by email | wrote in | letter read |
            statement read""",
    )
}
MODES[("in", "person")] = "in person"
GIVEN_NAMES = {
    **dict.fromkeys(
        words("""maryam asma rama ingrid anna maria mary jane elena irina olga natalia fatima fatemeh
        zahra leila layla sara sarah nadia amina aisha shirin nasrin narges mina mira mara lena
        helena helen alice anne annie julia julie laura linda susan elizabeth margaret catherine
        katherine kate emma eva ewa sofia sophie claire marie isabelle nicole monique francoise
        françoise michelle agnes agnès simone christine martina petra ursula angela barbara hanna
        hannah ruth rachel rebecca lucia lucy rosa carmen ana teresa dolores ines pilar beatriz
        patricia gloria victoria veronica diana nina vera tamara svetlana tatiana ludmila galina
        oksana zhanna yulia katya masih parvin pegah soraya simin sima azar golnaz roya mahnaz
        shahla shadi samira yasmin huda noor mariam salma amal hala rania samar ghada nawal
        latifa khadija zainab sabine monica silvia paola francesca giulia chiara ilse greta
        ingeborg astrid sigrid karin birgit inga liv navi michele carol louise jacqueline
        charlotte amelia grace joan joanna judith deborah jennifer jessica karen lisa nancy
        sandra stephanie wendy yvonne zoe ada adele agata alma bianca camila clara dana daria
        delia edith elif elsa esther flora frida gabriela gina iris ivana jasmina jelena katarina
        lidia liliana livia luisa lydia magda malala mercedes milena mirela nora oriana paulina
        renata sabina selma silvana sonia stella tereza valentina viola yara zara zofia
        graciela guadalupe flor mirta estela hebe azucena rigoberta berta"""),
        "f",
    ),
    **dict.fromkeys(
        words("""tom tim mike bill bob joe jim ted ben dan nick tony struan rudy guy lincoln roger bernard
        john james robert michael william david richard joseph thomas charles daniel matthew anthony mark
        paul steven andrew kenneth george peter edward brian kevin simon martin philip stephen alan jack
        ahmad ahmed mohammad mohammed muhammad mohamed ali hassan hussein hossein reza mehdi mahdi javad
        saeed said karim omar umar khalid khaled youssef yusuf ibrahim ismail mustafa mahmoud hamid majid
        masoud massoud abdullah abdul sid sidi tariq tarek samir nabil jean jacques pierre michel francois
        françois andre andré louis henri claude yves alain gerard philippe nicolas olivier christophe
        carlos jose josé juan luis miguel pedro antonio manuel fernando jorge javier pablo diego rafael
        marco giovanni giuseppe paolo luca mario andrea hans klaus jürgen wolfgang karl heinz dieter
        stefan ivan boris vladimir dmitry sergei sergey alexander aleksandr nikolai mikhail viktor igor
        oleg yuri kofi ban antónio antonio tomás tomas jan piotr pavel lech vaclav ondrej milan dragan
        zoran goran slobodan radovan bashar recep tayyip emre mehmet murat orhan kemal hillel benjamin
        jakob jacob samuel adam aaron abel albert alberto alfred anton arthur artur august bruno cyril
        dario eduardo emil emilio enrique erik ernest felix filip francis frank franz fredrik gabriel
        gavin gregory gustavo harold henry hugo igor isaac isidor ismael joel johan jonas julian julius
        leo leon leonard levan lorenzo lucas lukas marcel marcus matteo maurice max maxim nathan noah
        oscar oskar otto pascal patrick raul roman ruben rudolf salim samuel sebastian sergio theo
        theodore tobias valentin victor vincent walter wilhelm xavier zaid stefan morris gaspar paulo
        jeffrey jeremy keith kenan kyaw levon matthias nelson oleksandr volodymyr"""),
        "m",
    ),
}
