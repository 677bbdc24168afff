export type TemplateName = 'reply' | 'changed';

/**
 * Mails to readers by language. A paragraph with a value that is not known is left out: {title} and {address} of the page
 * that answers, {changes} of a page, {comment} of the reader.
 */
export const templates: Record<TemplateName, Record<string, string>> = {
  reply: {
    en: 'Subject: Your question\n\nHello,\n\nthank you for writing to us.\n\nThis page tells how to do it: {title}\n{address}\n\nIf that does not solve it, just answer this mail.\n\nYou wrote:\n{comment}',
    de: 'Subject: Ihre Frage\n\nGuten Tag,\n\nvielen Dank für Ihre Nachricht.\n\nWie es geht, steht auf dieser Seite: {title}\n{address}\n\nWenn das nicht hilft, antworten Sie einfach auf diese E-Mail.\n\nSie haben geschrieben:\n{comment}',
    es: 'Subject: Su pregunta\n\nHola:\n\nGracias por escribirnos.\n\nEsta página explica cómo hacerlo: {title}\n{address}\n\nSi no lo resuelve, responda a este correo.\n\nUsted escribió:\n{comment}',
    fr: 'Subject: Votre question\n\nBonjour,\n\nmerci de nous avoir écrit.\n\nCette page explique comment faire : {title}\n{address}\n\nSi cela ne suffit pas, répondez simplement à ce message.\n\nVous avez écrit :\n{comment}',
    ja: 'Subject: お問い合わせについて\n\nお問い合わせいただきありがとうございます。\n\n次のページに手順があります：{title}\n{address}\n\n解決しない場合は、このメールにご返信ください。\n\nお問い合わせ内容：\n{comment}',
    pl: 'Subject: Twoje pytanie\n\nDzień dobry,\n\ndziękujemy za wiadomość.\n\nJak to zrobić, opisuje ta strona: {title}\n{address}\n\nJeśli to nie pomoże, po prostu odpowiedz na tę wiadomość.\n\nTreść zgłoszenia:\n{comment}',
    pt: 'Subject: A sua pergunta\n\nOlá,\n\nobrigado por nos escrever.\n\nEsta página explica como fazer: {title}\n{address}\n\nSe isso não resolver, basta responder a este e-mail.\n\nA sua mensagem:\n{comment}',
    ru: 'Subject: Ваш вопрос\n\nЗдравствуйте!\n\nСпасибо, что написали нам.\n\nКак это сделать, описано на этой странице: {title}\n{address}\n\nЕсли это не поможет, просто ответьте на это письмо.\n\nВы написали:\n{comment}',
    zh: 'Subject: 关于您的问题\n\n您好：\n\n感谢您的来信。\n\n此页面说明了操作方法：{title}\n{address}\n\n如果仍未解决，请直接回复此邮件。\n\n您的留言：\n{comment}',
  },
  changed: {
    en: 'Subject: We changed the page that you told us about\n\nHello,\n\nyou told us that this page did not help you, and we have changed it: {title}\n{address}\n\nWhat changed:\n{changes}\n\nYou wrote:\n{comment}',
    de: 'Subject: Wir haben die Seite geändert, die Sie genannt haben\n\nGuten Tag,\n\nSie haben uns geschrieben, dass diese Seite nicht geholfen hat. Wir haben sie geändert: {title}\n{address}\n\nDas ist neu:\n{changes}\n\nSie haben geschrieben:\n{comment}',
    es: 'Subject: Hemos cambiado la página que nos indicó\n\nHola:\n\nUsted nos dijo que esta página no le ayudó, y la hemos cambiado: {title}\n{address}\n\nQué ha cambiado:\n{changes}\n\nUsted escribió:\n{comment}',
    fr: 'Subject: Nous avons modifié la page que vous avez signalée\n\nBonjour,\n\nvous nous avez dit que cette page ne vous avait pas aidé, et nous l’avons modifiée : {title}\n{address}\n\nCe qui a changé :\n{changes}\n\nVous avez écrit :\n{comment}',
    ja: 'Subject: ご指摘のページを更新しました\n\nお役に立てなかったとご指摘いただいたページを更新しました：{title}\n{address}\n\n変更点：\n{changes}\n\nお問い合わせ内容：\n{comment}',
    pl: 'Subject: Zmieniliśmy stronę, o której nam napisano\n\nDzień dobry,\n\notrzymaliśmy wiadomość, że ta strona nie pomogła. Zmieniliśmy ją: {title}\n{address}\n\nCo się zmieniło:\n{changes}\n\nTreść zgłoszenia:\n{comment}',
    pt: 'Subject: Alterámos a página que nos indicou\n\nOlá,\n\ndisse-nos que esta página não ajudou, e alterámo-la: {title}\n{address}\n\nO que mudou:\n{changes}\n\nA sua mensagem:\n{comment}',
    ru: 'Subject: Мы изменили страницу, о которой вы написали\n\nЗдравствуйте!\n\nВы сообщили, что эта страница не помогла, и мы её изменили: {title}\n{address}\n\nЧто изменилось:\n{changes}\n\nВы написали:\n{comment}',
    zh: 'Subject: 我们已更新您反馈的页面\n\n您好：\n\n您曾反馈此页面没有帮助，我们已将其更新：{title}\n{address}\n\n更新内容：\n{changes}\n\n您的留言：\n{comment}',
  },
};
