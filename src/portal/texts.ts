/**
 * Texts of the portal's components, by locale. Starlight merges them with its own, and a site may set any of them
 * in its `i18n` collection.
 */
export const texts = {
  en: {
    'waymark.search.placeholder': 'Search the documentation',
    'waymark.search.close': 'Close',
    'waymark.search.results': 'Search results',
    'waymark.search.start': 'Type a word or two of what you want to do.',
    'waymark.search.loading': 'Loading the search index…',
    'waymark.search.failed': 'The search index could not be loaded. Check your connection, then type again.',
    'waymark.search.one': '1 page found',
    'waymark.search.many': '{{pages}} pages found',
    'waymark.search.none': 'Nothing found for “{{query}}”.',
    'waymark.search.instead': 'No page has “{{typed}}”; searching for “{{used}}” instead.',
    'waymark.search.none.next': 'Try another word for it, or fewer words.',
    'waymark.search.none.browse': 'Go to the start page',
    'waymark.search.keys.move': 'move',
    'waymark.search.keys.open': 'open',
    'waymark.search.keys.close': 'close',
    'waymark.contact.label': 'Ways to reach us',
    'waymark.contact.label.task': 'How to get this done: {{task}}',
    'waymark.contact.self': 'You can do it yourself:',
    'waymark.contact.route': 'Open the place in the product',
    'waymark.contact.needs': 'To be done before:',
    'waymark.contact.assisted': 'One of us does this for you.',
    'waymark.contact.done': 'Done within: {{response}}.',
    'waymark.contact.hours': 'Hours',
    'waymark.contact.answer': 'First answer within',
    'waymark.contact.answer.for': 'First answer within ({{subject}})',
    'waymark.contact.languages': 'Languages',
    'waymark.fact.per': 'per {{per}}',
    'waymark.fact.warn': 'you are warned at {{warn}}',
  },
};
