"""Words that transcripts put before a question and an answer, folded (`archive.core.words.folded`).

A new language is a new line in each table.
"""

from __future__ import annotations

from archive.core.words import folded


def _table(*lines: str) -> frozenset[str]:
    return frozenset(folded(word) for line in lines for word in line.split(","))


QUESTIONS = _table(
    "Q, Ques, Question, INT, Interviewer, Int'r, Investigator, Interrogator, Counsel, Journalist, IV",
    "Q, Question, Intervieweur, Intervieweuse, Enquêteur, Enquêtrice, Enquêteuse, Journaliste",
    "س, پ, پرسش, پرسشگر, پرسش‌گر, سوال, سؤال, مصاحبه‌گر, مصاحبه گر, مصاحبه‌کننده, مصاحبه کننده, خبرنگار",
    "س, سؤال, السؤال, المحاور, المحاورة, السائل, السائلة, المقابل, الصحفي, الصحفية, محاور",
)
ANSWERS = _table(
    "A, Ans, Answer, RES, Resp, Respondent, Interviewee, Witness, Survivor, The Witness, IE",
    "R, Rép, Réponse, Témoin, Le témoin, Interviewé, Interviewée, Survivant, Survivante, Répondant",
    "ج, پاسخ, جواب, شاهد, راوی, مصاحبه‌شونده, مصاحبه شونده, پاسخ‌دهنده, بازمانده",
    "ج, جواب, الجواب, إجابة, الشاهد, الشاهدة, شاهدة, الناجي, الناجية, الراوي, الراوية, الضيف, المجيب",
)
OTHERS = _table(
    "Interpreter, Translator, Transcriber, Moderator, Unknown, Unidentified",
    "Interprète, Traducteur, Traductrice, Modérateur, Inconnu",
    "مترجم, ناشناس, المترجم, المترجمة, مجهول",
)
SPEAKERS = _table(
    "Speaker, Person, Voice, Man, Woman, Male, Female, M, F, Locuteur, Locutrice, Voix, Homme, Femme",
    "گوینده, صدا, مرد, زن, المتحدث, المتحدثة, صوت, رجل, امرأة",
)
# What stands before a colon at the head of a transcript, or of a note, is nobody's name.
HEADINGS = _table(
    "Date, Place, Location, Language, Interview, Interviewed by, Transcript, Transcription, Title, Note",
    "Notes, Time, Duration, Subject, Topic, File, Recording, Length, Summary, Source, Part, Chapter, NB",
    "Lieu, Langue, Entretien, Titre, Durée, Objet, Sujet, Fichier, Résumé, Enregistrement, Heure, Remarque",
    "تاریخ, مکان, محل, زبان, مصاحبه, عنوان, یادداشت, توضیح, زمان, مدت, موضوع, خلاصه, فایل, نکته, بخش, صفحه",
    "التاريخ, تاريخ, المكان, اللغة, المقابلة, مقابلة, العنوان, ملاحظة, المدة, الموضوع, الملف, الوقت, ملخص",
)
# "He said: …" in languages without capitals, and at the start of a line in those with them.
SAYING = _table(
    "said, says, asked, replied, told, answered, shouted, dit, disait, répondit, demanda, ai dit",
    "گفت, گفتم, گفتند, گفتیم, گفتی, میگفت, می گفت, گوید, پرسید, پرسیدم, پرسیدند, داد زد, نوشت, که, این",
    "قال, قالت, قالوا, قلت, قلنا, يقول, تقول, سأل, سألت, سألني, أجاب, أجبت, صرخ, كتب, أن, هذا",
)
COLUMNS = {
    "time": _table(
        "time, timecode, time code, timestamp, tc, start, from, in, temps, heure, code temporel, minutage",
        "زمان, ساعت, کد زمان, الوقت, التوقيت, الزمن",
    ),
    "end": _table("end, to, out, fin, پایان, النهاية"),
    "speaker": _table(
        "speaker, name, who, person, voice, locuteur, locutrice, intervenant, nom, qui",
        "گوینده, نام, شخص, المتحدث, المتكلم, الاسم",
    ),
    "text": _table(
        "text, words, transcript, transcription, speech, content, original, translation, utterance",
        "texte, paroles, propos, traduction, contenu, متن, گفتار, ترجمه, رونویسی, النص, الكلام, الترجمة, نص",
    ),
    "number": _table("no, nr, number, #, id, line, numéro, n°, ligne, شماره, ردیف, رقم, الرقم"),
}
