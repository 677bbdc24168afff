/** What the value of an attribute is to a reader of the page. */
export type AttributeRole = 'link' | 'image' | 'id' | 'text' | 'none';

const text = /^(?:title|label|heading|text|description|caption|summary|header|subtitle|tooltip|message|content|cta|name|alt|\w+(?:Title|Label|Text|Heading|Description))$/;
const link = /^(?:href|to|url|link)$/;
const images = /^(?:img|image|frame|picture|screenshot|zoomable\w*)$/i;

/** The role of an attribute by the names of its element or component and its own. */
export function attributeRole(element: string, name: string): AttributeRole {
  if (link.test(name)) return element === 'link' || element === 'base' ? 'none' : 'link';
  if (name === 'src') return images.test(element) ? 'image' : 'none';
  if (name === 'id' || (name === 'name' && element === 'a')) return 'id';
  return text.test(name) && !images.test(element) ? 'text' : 'none';
}
