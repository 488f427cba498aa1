"""English: verbs of saying and asking, pronouns and the small words around them."""

from __future__ import annotations

from archive.ingest.rules.table import lines, phrases, words

STOPS = words(
    """a an the this that these those some any no every each all both another other such many much more
    most several few and or but nor so yet if then than as because while when where who whom whose which
    what why how of to in on at by for from with without within into onto upon over under between among
    against during after before since until about above below through across around near off out up down
    along per via despite i you he she it we they me him her us them my your his its our their mine ours
    theirs myself himself herself itself ourselves themselves one ones someone anyone everyone nobody
    somebody nothing something everything is are was were be been being am has have had having do does did
    done can could will would shall should may might must not also still just only even too very now here
    there again ever never always often once already later earlier today tomorrow yesterday meanwhile
    however moreover furthermore nevertheless nonetheless beside alongside therefore thus hence indeed
    instead otherwise perhaps although though unless whether like unlike besides first second third last
    next finally according following speaking addressing asked asking let lets please whoever whichever
    everywhere yes well thank thanks dear many two three four five six seven eight nine ten eleven twelve
    dozens hundreds thousands it's that's there's he's she's don't we're we've i'm earlier both neither
    either rather citing noting referring responding reacting recalling describing turning given ending
    during amid under whereas whatever whenever wherever at nearly almost some around more what's"""
)
ARTICLES = words("a an the this these those another some one every each both all many several")
CONJUNCTIONS = words("and or & but")
PREPOSITIONS = words(
    """of to in on at by for from with without within into onto upon over under between among against
    during after before since until about through across around near via despite than per including
    alongside beside like concerning regarding as amid towards toward behind beside outside inside because
    following"""
)
ADVERBS = words(
    """also then later again still now today yesterday too recently once already ever never often even
    just first further in-turn here there has had have was is are were been being will would did
    does do himself herself themselves went on monday tuesday wednesday thursday friday saturday
    sunday earlier afterwards"""
)
PRONOUNS = {"he": "m", "she": "f", "they": "p", "it": "o"}
POSSESSIVES = {
    "his": "m",
    "her": "f",
    "their": "p",
    "its": "o",
    "whose": "?",
    "our": "?",
    "my": "?",
    "him": "m",
    "himself": "m",
    "herself": "f",
}

SAYINGS = phrases(
    say="""say | says | said | saying | add | adds | added | adding | went on to say | reply | replies |
        replied | replying | answered | answers | responded | responds | wrote | writes | writing |
        declared | declares | declare | declaring | announced | announces | announcing | stated |
        states | stating | remarked | remarks | remarking | commented | comments | commenting | told |
        tells | telling | insisted | insists | insisting | explained | explains | explaining |
        testified | testifies | testifying | tweeted | posted | lamented | laments | pleaded |
        argued | argues | arguing | observed | observes | observing | contended |
        contends | admitted | admits | conceded | confirmed | confirms | affirmed | affirms |
        reaffirmed | reiterated | reiterates | reiterating | repeated | reported | reports |
        told reporters""",
    speak="""called out | shouted back | put it | puts it | continue | continues | continued | continuing |
        cried | shouted | whispered | exclaimed | quipped | joked | began | begins |
        concluded | concludes | conclude | concluding | went on | goes on | shot back | summed up""",
    note="""note | notes | noted | noting | stress | stresses | stressed | stressing | emphasize |
        emphasizes | emphasized | emphasizing | emphasised | emphasises | emphasising | underline |
        underlines | underlined | underlining | underscored | underscores | underscoring | highlighted |
        highlights | highlighting | point out | points out | pointed out | pointing out | indicated |
        indicates | indicating | warned | warns | warning | asserted | asserts | asserting | alleged |
        alleges | alleging | claimed | claims | claiming | maintained | suggested | suggests | suggesting
        | acknowledged | acknowledges | acknowledging | believes | believed | predicted | predicts |
        reminded | reminds | reminding | estimated | estimates | revealed | reveals | disclosed |
        described how | describes how | related how | made clear | made it clear | expressed concern that
        | assured | pledged | pledges | vowed | vows | promised | promises | denied | denies | denying |
        accused | accuses | accusing | complained | complains | hoped | hopes | regretted | regrets |
        expressed regret that | cautioned | cautions | cautioning | contended that""",
    mention="""spoken of | spoken about | spoke of | spoke about | speaks about | speaking of | talked
        about | referred to | refers to | referring to | outlined | detailed | elaborated on | touched on
        | touched upon | drew attention to | drawing attention to | called attention to | mentioned |
        mentions | recounted | recounts | recalled | recalls | recalling | pointed to | points to |
        pointing to | questioned | questions | rejected | rejects | dismissed""",
    feel="""expressed | expresses | expressing | thanked | thanks | thanking | welcomed | welcomes |
        welcoming | condemned | condemns | condemning | praised | praises | praising | denounced |
        denounces | denouncing | criticised | criticized | criticises | criticizes | criticising |
        criticizing | deplored | deplores | paid tribute to | paying tribute to | saluted | salutes |
        hailed | hails | applauded | commended | congratulated | blamed | blames | blaming |
        apologised | apologized | lauded | voiced""",
    call="""called | calls | calling | described | describes | describing | branded | labelled | labeled |
        termed | dubbed | likened | compared | characterised | characterized | spoke""",
    ask="""asked | asks | asking | wondered | wonders | inquired | enquired""",
    demand="""urge | urges | urged | urging | called for | calls for | calling for | called on | calls on |
        calling on | called upon | calls upon | calling upon | demanded | demands | demanding |
        appealed to | appeals to | appealing to | appealed for | appeals for | appealing for |
        encouraged | encourages | encouraging | implored | implores | requested | requests |
        requesting | pressed for | pressed | recommended | recommends | recommending | proposed |
        proposes | advocated | advocates | exhorted | begged | insisted on | pleaded with""",
    read="""read | reads | read out | read aloud | read from | reading from | reading out |
        reading aloud | reading | quoted | quotes | quoting | cited | citing | recited | recites |
        reciting""",
)
ASKING = phrases(
    somebody="""urge | urges | urged | urging | call on | called on | calls on | calling on | call upon |
        called upon | calls upon | calling upon | appeal to | appealed to | appeals to |
        appealing to | encourage | encouraged | encourages | encouraging | ask | asked | asks |
        asking | implore | implored | implores | exhorted | request | requested | requests | begged |
        pressed | invite | invited | invites | beg | pleaded with | plead with""",
    something="""call for | called for | calls for | calling for | demand | demanded | demands | demanding |
        appealed for | appeals for | appealing for | appeal for | pressed for | recommended |
        recommends | advocated | advocates | insist on | insisted on""",
)
MODALS = lines("""must | should | ought to | has to | have to | needs to | need to""")
TIME_HAS_COME = lines("""the time has come for | it is time for | it's time for | it is high time for""")
INTRODUCING = lines("i am | i'm | my name is | this is | we are")
WORDS_OF = lines("the words of | the reply of | the answer of | the answer came from | the words came from")
ACCORDING = lines("""according to | in the words of | as told by""")
DOUBTFUL_VERBS = words(
    """advocates remarks comments reports notes claims calls states demands appeals requests points
    answers regrets hopes promises pledges vows questions praises thanks accounts stresses details
    asks warning quotes"""
)
ADDRESSEES = words(
    """reporters journalists delegates participants him her them me us attendees listeners
    parliamentarians"""
)
ABBREVIATIONS = words(
    """mr mrs ms dr prof st rev gen col lt sgt capt maj sen rep gov hon jr sr no vs etc inc ltd co jan
    feb mar apr jun jul aug sept sep oct nov dec fig art para pp e.g i.e a.m p.m msgr fr amb mt ft
    dept u.n u.s u.k"""
)
PASSIVES = words("is are was were be been being gets got")
LINKING = words("and but")
AUXILIARIES = words(
    """is are was were be been being has have had will would can could may might must should shall do
    does did"""
)
