import { expect, test } from 'vitest';
import { detectLanguage } from '../../src/text/language.ts';

const texts: Record<string, string> = {
  en: 'The reader opens the settings and turns the switch on.',
  de: 'Der Leser öffnet die Einstellungen und schaltet den Schalter ein.',
  es: 'El lector abre los ajustes y activa la opción para su cuenta.',
  fr: "Le lecteur ouvre les réglages et active l'option dans son compte.",
  ja: '設定を開いて、スイッチを入れます。',
  pl: 'Otwórz ustawienia i włącz opcję dla swojego konta.',
  pt: 'O leitor abre as configurações e ativa a opção da sua conta.',
  ru: 'Откройте настройки и включите переключатель.',
  zh: '打开设置，然后开启开关。',
};

test.each(Object.entries(texts))('%s', (language, text) => {
  expect(detectLanguage([{ text }])).toBe(language);
});

test('English where nothing decides', () => {
  expect(detectLanguage([])).toBe('en');
  expect(detectLanguage([{ text: 'npm install 42' }])).toBe('en');
  expect(detectLanguage([{ text: 'Ask Zoë or Müller to open the settings for the team.' }])).toBe('en');
});

test('a page of Chinese with code and names in Latin letters', () => {
  expect(detectLanguage([{ text: '使用 webhook 时，请在 Settings 中配置 HTTPS 证书，然后重新启动服务。' }])).toBe('zh');
});

test('a page that begins in English and goes on in another language', () => {
  const opening = 'The reader opens settings, accounts, invoices, domains, delivery and turns it on. '.repeat(5);
  expect(detectLanguage([{ text: opening }])).toBe('en');
  expect(detectLanguage([{ text: opening }, { text: texts.pl!.repeat(20) }])).toBe('pl');
});

test.each([
  ['Swedish', 'Om du vill ändra inställningarna för ditt konto öppnar du menyn och klickar på knappen Spara. Kontakta vårt team om du har frågor om fakturor eller om en betalning inte behandlas. Det kan ta några minuter innan ändringarna syns i översikten över din organisation.'],
  ['Turkish', 'Hesabınızın ayarlarını değiştirmek için menüyü açın ve Kaydet düğmesine tıklayın. Faturalarla ilgili sorularınız varsa veya bir ödeme işlenmezse ekibimizle iletişime geçin. Değişikliklerin kuruluşunuzun genel görünümünde görünmesi birkaç dakika sürebilir ve sonra yeni bir sayfa açılır, bunu bir kez daha deneyin.'],
  ['Indonesian', 'Untuk mengaktifkan fitur ini, silakan hubungi tim dukungan kami.'],
  ['Dutch', 'Als het bericht niet wordt verzonden, neem dan contact op met ons team.'],
  ['Korean', '계정 설정을 변경하려면 메뉴를 열고 저장 버튼을 클릭하세요.'],
  ['Arabic', 'لتغيير إعدادات حسابك، افتح القائمة وانقر على زر الحفظ.'],
])('a language without a lexicon is known as such: %s', (_, text) => {
  expect(detectLanguage([{ text }])).toBe('und');
});

test('a long list of names is in no other language', () => {
  expect(detectLanguage([{ text: 'MEMBER_ADDED member_removed TeamCreated pipeline build agent token scope '.repeat(20) }])).toBe('en');
});
