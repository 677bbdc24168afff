import { describe, expect, test } from 'vitest';
import { extractReferences, type Reference } from '../../../src/content/extract/references.ts';
import { readTree } from '../../../src/content/extract/tree.ts';
import { createParsers, parse } from '../../../src/content/parse.ts';

const parsers = await createParsers('satteri');

function referencesIn(source: string, language = 'en'): Reference[] {
  const { tree } = parse(parsers, 'mdx', source);
  const references = extractReferences(readTree(tree!, source).blocks, language);
  for (const { text, range } of references) expect(source.slice(range.start, range.end)).toBe(text);
  return references;
}

const cued = (source: string, language?: string): string[] => referencesIn(source, language).filter(({ cue }) => cue !== 'none').map(({ text, cue }) => `${cue} ${text}`);

describe('what makes a name a label', () => {
  test.each([
    ['a verb before it', 'Click **Save changes** to finish.', ['verb Save changes']],
    ['a verb and small words before it', 'Then navigate back to the **Settings**.', ['verb Settings']],
    ['a noun behind it', 'The **Sender details** toggle is off.', ['noun Sender details']],
    ['a noun before it', 'It has a button labelled **Send now**.', ['noun Send now']],
    ['a list with another', 'Choose **Enabled**, **Disabled**, or **Inherit**.', ['verb Enabled', 'verb Disabled', 'verb Inherit']],
    ['the noun behind the list', 'The **Edit**, **Link** and **Bulk send** controls are hidden.', ['noun Edit', 'noun Link', 'noun Bulk send']],
    ['a menu path', 'Go to **Settings** > **Team** → **Members**.', ['path Settings', 'path Team', 'path Members']],
    ['a menu path in one bold', 'See **Settings > Profile**.', ['path Settings', 'path Profile']],
    ['a menu path in plain text', 'Go to Settings > Team members and wait.', ['path Settings']],
    ['a noun behind capitals that nothing sets off', 'You find it in the Look & Feel settings, under Other Things.', ['noun Look & Feel']],
    ['a verb before them', 'Then click Save All Changes and wait.', ['verb Save All Changes']],
    ['a weak verb', 'Open **Reports**.', ['weak Reports']],
    ['a bracket behind a noun', 'Click the gear icon (Account settings) twice.', ['noun Account settings']],
    ['what a section is called', 'You see a section called **Hidden fields**.', ['weak Hidden fields']],
    ['a value behind it', 'Make sure that **Visibility** is set to **Private**.', ['weak Visibility', 'weak Private']],
    ['weak words on both sides', 'In the **Appearance** section you find it.', ['weak Appearance']],
  ])('%s', (_, source, expected) => {
    expect(cued(source).slice(0, expected.length)).toEqual(expected);
  });

  test.each([
    ['bold alone', '**Unified billing**: one subscription for all teams.'],
    ['a cascade', 'Settings follow a cascade: **Organisation → Team → Document**.'],
    ['a data flow in plain text', 'Data flows Client → Server → Database each night.'],
    ['keys', 'Press **Ctrl+C**, then **Delete** or **Backspace**.'],
    ['a name that the reader gives', 'Create a tag called **Production**, and a folder named **Main**.'],
    ['a label that is told to be gone', 'There is no **Export** button. Click it (formerly **Download all**).'],
    ['a sentence', 'Click **the big blue button. Then wait for the mail to come**.'],
    ['code', 'Select `user_id`, then use `npm install`. The `path` field and the `main-branch` option are read.'],
    ['a kind', 'It is stored as a “Not PII” field.'],
    ['what a verb does something to', 'Navigate to the Welcome Series that you want.'],
    ['a bracket behind any other word', 'The domain (Example Inc) was sold.'],
    ['a link to another page', 'Go to [**Domains**](/domains/).'],
  ])('not %s', (_, source) => {
    expect(cued(source)).toEqual([]);
  });
});

test('every way to set a label off', () => {
  const source = 'Click **Bold**, "Straight", “Curly”, «Guillemets», \'Single\', `Code span`, **`Bold code`** or **"Quoted bold"**.';
  expect(referencesIn(source).map(({ text, markup }) => `${markup} ${text}`)).toEqual([
    'bold Bold',
    'quote Straight',
    'quote Curly',
    'quote Guillemets',
    'quote Single',
    'code Code span',
    'bold Bold code',
    'bold Quoted bold',
  ]);
});

test('what a page itself says is a label is one', () => {
  expect(cued('Find it at <UI>Settings > Domains</UI>. The <UI>Tab</UI> is there, and :ui[Add domain] too.')).toEqual(['path Settings', 'path Domains', 'verb Tab', 'verb Add domain']);
});

test('icons, plus signs and punctuation are no part of it', () => {
  expect(cued('Click **+ Add signer**, **Save…**, **⚙️ Options**.')).toEqual(['verb Add signer', 'verb Save', 'verb Options']);
});

test('other readings: without the noun at its end, with the word behind it', () => {
  const [tab, type] = referencesIn('Open the **Members tab**. Select **Change question** Type.');
  expect(tab!.readings).toEqual(['Members']);
  expect(type!.readings).toEqual(['Change question Type']);
});

test('the role comes from the noun', () => {
  expect(referencesIn('Click the **Save** button in the **General** tab.').map(({ role }) => role)).toEqual(['button', 'tab']);
});

test('steps of one menu path have one identity', () => {
  expect(referencesIn('Go to **A page > B page**.\n\nGo to **C page > D page**.').map(({ path }) => path)).toEqual([0, 0, 1, 1]);
});

test('other products and hosts in the same block are noted', () => {
  const elsewhere = (source: string): string[] => referencesIn(source)[0]!.elsewhere;
  expect(elsewhere('In the Azure portal, click **Register**.')).toEqual(['Azure']);
  expect(elsewhere('Open [your apps](https://api.chat.example/apps) and click **Create**.')).toEqual(['api.chat.example']);
  expect(elsewhere('In your Acme account, click **Create**.')).toEqual(['Acme']);
  expect(elsewhere('Click **Create**.')).toEqual([]);
});

test('attributes of components are read too', () => {
  expect(cued('<Step title="Click “Add domain” to begin">Wait.</Step>')).toEqual(['verb Add domain']);
});

test.each([
  ['de', 'Klicken Sie auf **Speichern**. In der Registerkarte **Konto**, unter **Einstellungen > Profil**. **Wichtiger** Hinweis.', ['verb Speichern', 'noun Konto', 'path Einstellungen', 'path Profil']],
  ['fr', 'Cliquez sur **Enregistrer**. Le bouton « Envoyer » est là.', ['verb Enregistrer', 'noun Envoyer']],
  ['es', 'Haz clic en **Guardar**. La pestaña «Miembros» se abre.', ['verb Guardar', 'noun Miembros']],
  ['pt', 'Clique em **Salvar** e vá para **Configurações > Equipe**.', ['verb Salvar', 'path Configurações', 'path Equipe']],
  ['pl', 'Kliknij **Zapisz**. Przycisk „Wyślij” jest aktywny.', ['verb Zapisz', 'noun Wyślij']],
  ['ru', 'Нажмите кнопку **Сохранить**. На вкладке «Участники» всё видно.', ['verb Сохранить', 'noun Участники']],
  ['ja', '「保存」をクリックします。**設定** タブを開きます。', ['verb 保存', 'noun 設定']],
  ['zh', '点击“保存”。在 **成员** 选项卡中。', ['verb 保存', 'noun 成员']],
])('in %s too', (language, source, expected) => {
  expect(cued(source, language)).toEqual(expected);
});

test('a language without words for interfaces gives none', () => {
  expect(referencesIn('Click **Save**.', 'xx')).toEqual([]);
});
