/**
 * Frequent words of languages that have no lexicon, by ISO 639-1 code: they tell that a page is in none that Waymark
 * knows. Only words that hardly stand in English, and none of a name.
 */
export const otherLanguages: Readonly<Record<string, readonly string[]>> = {
  cs: ['jsou', 'nebo', 'které', 'který', 'aby', 'podle', 'také', 'jako', 'při', 'můžete', 'není', 'pokud', 'být'],
  da: ['og', 'ikke', 'til', 'eller', 'fra', 'skal', 'hvis', 'også', 'være', 'efter', 'når', 'disse'],
  fi: ['että', 'ovat', 'tämä', 'voit', 'sekä', 'tai', 'mutta', 'jos', 'olla', 'myös'],
  hu: ['és', 'egy', 'hogy', 'vagy', 'lehet', 'csak', 'kell', 'amely'],
  id: ['yang', 'untuk', 'dengan', 'dari', 'pada', 'atau', 'anda', 'akan', 'dapat', 'tidak', 'adalah', 'dalam', 'jika', 'oleh', 'sebagai', 'juga', 'telah', 'kami', 'lalu', 'bisa', 'sudah'],
  nl: ['het', 'een', 'voor', 'niet', 'zijn', 'wordt', 'worden', 'deze', 'naar', 'ook', 'maar', 'door', 'bij', 'uit', 'jouw', 'uw', 'kunt', 'van'],
  no: ['ikke', 'til', 'eller', 'fra', 'skal', 'hvis', 'også', 'blir', 'etter', 'når', 'disse'],
  ro: ['și', 'pentru', 'sau', 'prin', 'sunt', 'către', 'acest', 'această', 'dacă'],
  sv: ['och', 'att', 'är', 'för', 'inte', 'eller', 'från', 'till', 'också', 'efter', 'när', 'dessa', 'kan'],
  tr: ['ve', 'bir', 'için', 'ile', 'olarak', 'veya', 'değil', 'daha', 'gibi', 'olan', 'sonra', 'kadar'],
  uk: ['і', 'та', 'що', 'або', 'від', 'це', 'щоб', 'якщо', 'ви', 'є', 'він', 'вони'],
  vi: ['trong', 'không', 'và', 'là', 'có', 'này', 'cho', 'khi', 'trên'],
};
