import { escapeRegExp } from './escape.ts';

/**
 * Names of products that other products' documentation leads its readers through. A label beside one of them may be
 * that product's; names that are words of the language (Linear, Notion's page) count only as they are written here.
 */
const vendors: readonly string[] = [
  'Airtable', 'Akamai', 'Amazon', 'Android Studio', 'Apple', 'Asana', 'Atlassian', 'Auth0', 'Authentik', 'AWS', 'Azure', 'BigQuery', 'Bitbucket', 'Bitwarden', 'Braze',
  'Calendly', 'Chrome', 'ClickUp', 'Clerk', 'Cloudflare', 'Cloudinary', 'Cognito', 'Confluence', 'Cursor', 'Datadog', 'Digital Ocean', 'DigitalOcean', 'Discord', 'Docker Desktop', 'Docker Hub', 'Drupal',
  'Elastic', 'Entra', 'Facebook', 'Figma', 'Firebase', 'Firefox', 'Fly.io', 'Gatsby', 'GCP', 'Ghost', 'GitHub', 'GitLab', 'Gmail', 'GoDaddy', 'Google', 'Grafana',
  'Heroku', 'HubSpot', 'Hubspot', 'IFTTT', 'Instagram', 'Intercom', 'Jenkins', 'Jira', 'JumpCloud', 'Keycloak', 'Klaviyo', 'LinkedIn', 'Looker', 'Mailchimp', 'Mailgun', 'Make.com', 'Mattermost', 'Metabase',
  'Microsoft', 'MinIO', 'Mixpanel', 'MongoDB', 'n8n', 'Namecheap', 'Netlify', 'New Relic', 'Notion', 'Okta', 'OneLogin', 'OpenAI', 'Outlook', 'PagerDuty', 'PayPal', 'Ping Identity', 'PlanetScale', 'Play Store', 'Postman', 'Power BI', 'Prometheus',
  'Railway', 'Redshift', 'Render.com', 'Route 53', 'RudderStack', 'Safari', 'Salesforce', 'Segment', 'SendGrid', 'Sentry', 'ServiceNow', 'Shopify', 'Slack', 'Snowflake', 'Splunk', 'Square', 'Squarespace', 'Stripe', 'Supabase',
  'Tableau', 'Teams admin', 'Telegram', 'Trello', 'Twilio', 'Twitter', 'Typeform', 'Vercel', 'Visual Studio', 'VS Code', 'VSCode', 'Webex', 'Webflow', 'WhatsApp', 'Wix', 'WooCommerce', 'WordPress', 'Xcode', 'YouTube', 'Zapier', 'Zendesk', 'Zitadel', 'Zoho', 'Zoom',
];

/** Finds any of some names in a text, as a whole word and in its own letter case. */
export function namesPattern(names: readonly string[]): RegExp {
  const longestFirst = [...names].sort((a, b) => b.length - a.length).map((name) => escapeRegExp(name));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
}

const vendorName = namesPattern(vendors);

/** Names of other products in a text, each once. */
export function vendorsIn(text: string): string[] {
  return [...new Set(text.match(vendorName))];
}
